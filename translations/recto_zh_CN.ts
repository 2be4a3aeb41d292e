<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Answer</name>
    <message>
        <source>%1 sent an answer far too long for a page</source>
        <translation>%1 发来的回答对一页来说过长</translation>
    </message>
    <message>
        <source>%1 answered with a web page</source>
        <translation>%1 返回了一个网页</translation>
    </message>
    <message>
        <source>%1 answered with %2, which is no transcript</source>
        <translation>%1 返回了 %2，这不是识读结果</translation>
    </message>
    <message>
        <source>the answer of %1 makes no sense</source>
        <translation>%1 的回答无法理解</translation>
    </message>
    <message>
        <source>check the model, or read the page with another reader (--reader)</source>
        <translation>请检查模型，或用其他读取器（--reader）识读此页</translation>
    </message>
    <message>
        <source>check that the address (--engine) belongs to an OpenAI-compatible server</source>
        <translation>请检查地址（--engine）是否属于兼容 OpenAI 的服务器</translation>
    </message>
</context>
<context>
    <name>AskServer</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>choose another, or leave the field empty if the server asks for no key</source>
        <translation>请选择其他文件；如果服务器不需要密钥，请将此栏留空</translation>
    </message>
    <message>
        <source>the key file cannot be used: %1</source>
        <translation>无法使用密钥文件：%1</translation>
    </message>
    <message>
        <source>there is no key in the first line of the key file</source>
        <translation>密钥文件的第一行没有密钥</translation>
    </message>
    <message>
        <source>%1 answers, but has no model to read with</source>
        <translation>%1 有回应，但没有可用于识读的模型</translation>
    </message>
    <message>
        <source>load DeepSeek-OCR there, and test again</source>
        <translation>请在该服务器上加载 DeepSeek-OCR，然后重新测试</translation>
    </message>
    <message>
        <source>%1 has no model “%2”</source>
        <translation>%1 没有模型“%2”</translation>
    </message>
    <message>
        <source>write one of these behind the # of the address: %1</source>
        <translation>请在地址的 # 后面写上其中之一：%1</translation>
    </message>
    <message>
        <source>%1 has several models (%2)</source>
        <translation>%1 有多个模型（%2）</translation>
    </message>
    <message>
        <source>write the one to read with behind the address, as in %1#%2</source>
        <translation>请把要用的模型写在地址后面，例如 %1#%2</translation>
    </message>
    <message>
        <source>The server answers; pages will be read with %1.</source>
        <translation>服务器有回应；页面将用 %1 识读。</translation>
    </message>
    <message>
        <source>the server&apos;s address is missing</source>
        <translation>缺少服务器地址</translation>
    </message>
    <message>
        <source>write it above, as in http://workstation:8000</source>
        <translation>请在上方填写，例如 http://workstation:8000</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 没有及时回应</translation>
    </message>
    <message>
        <source>it may still be starting: test again in a while, or check the address</source>
        <translation>它可能仍在启动：请稍后重新测试，或检查地址</translation>
    </message>
</context>
<context>
    <name>AtomicFile</name>
    <message>
        <source>%1 exists already</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>choose another folder (-o), or replace it (--force)</source>
        <translation>请选择其他文件夹（-o），或替换它（--force）</translation>
    </message>
    <message>
        <source>the disk is full while writing %1</source>
        <translation>写入 %1 时磁盘已满</translation>
    </message>
    <message>
        <source>free some space, or choose another folder (-o)</source>
        <translation>请腾出一些空间，或选择其他文件夹（-o）</translation>
    </message>
    <message>
        <source>%1 cannot be written there</source>
        <translation>%1 无法写在那里</translation>
    </message>
    <message>
        <source>choose a folder that you may write (-o)</source>
        <translation>请选择您可以写入的文件夹（-o）</translation>
    </message>
    <message>
        <source>the name of %1 is too long</source>
        <translation>%1 的名称太长</translation>
    </message>
    <message>
        <source>rename the source, or choose another folder (-o)</source>
        <translation>请重命名源文件，或选择其他文件夹（-o）</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 是一个文件夹</translation>
    </message>
    <message>
        <source>choose another folder (-o)</source>
        <translation>请选择其他文件夹（-o）</translation>
    </message>
    <message>
        <source>%1 could not be written (%2)</source>
        <translation>无法写入 %1（%2）</translation>
    </message>
</context>
<context>
    <name>BlockNames</name>
    <message>
        <source>Heading %1</source>
        <translation>%1 级标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Caption of a picture</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Caption of a table</source>
        <translation>表题</translation>
    </message>
    <message>
        <source>Note of a table</source>
        <translation>表注</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Page header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>Page footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考文献</translation>
    </message>
</context>
<context>
    <name>DigitizePage</name>
    <message>
        <source>Chosen by hand</source>
        <translation>手动选择</translation>
    </message>
    <message>
        <source>Read as a picture: the task asks for what it shows</source>
        <translation>作为图片识读：任务要问的是它展示的内容</translation>
    </message>
    <message>
        <source>Read as a picture: the file is one</source>
        <translation>作为图片识读：文件本身就是图片</translation>
    </message>
    <message>
        <source>a picture has no text layer</source>
        <translation>图片没有文本层</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer is damaged</source>
        <translation>作为图片识读：文本层已损坏</translation>
    </message>
    <message>
        <source>the page has no text layer</source>
        <translation>该页没有文本层</translation>
    </message>
    <message>
        <source>%1; read by %2, mode: the server&apos;s</source>
        <translation>%1；由 %2 识读，模式：由服务器决定</translation>
    </message>
    <message>
        <source>its end repeats itself and should be looked at</source>
        <translation>结尾有重复，应当查看</translation>
    </message>
    <message>
        <source>the text went on past the page&apos;s ink; read again: %1</source>
        <translation>文本超出了页面上的墨迹；已重新识读：%1</translation>
    </message>
    <message>
        <source>the text repeated itself; read again: %1</source>
        <translation>文本出现重复；已重新识读：%1</translation>
    </message>
    <message>
        <source>the text was longer than the longest answer; read again: %1</source>
        <translation>文本超过最长回答；已重新识读：%1</translation>
    </message>
    <message>
        <source>text that went on where no ink was left is cut off</source>
        <translation>在已无墨迹处继续输出的文本已被截去</translation>
    </message>
    <message>
        <source>the reader began to repeat itself; the text before that was kept</source>
        <translation>读取器开始重复；此前的文本已保留</translation>
    </message>
    <message>
        <source>the page is longer than the reader&apos;s longest answer; its end is missing</source>
        <translation>该页超过读取器的最长回答；缺少结尾</translation>
    </message>
    <message>
        <source>read the page again with another reader or mode</source>
        <translation>请用其他读取器或模式重新识读该页</translation>
    </message>
    <message>
        <source>its pictures were not parsed, which needs DeepSeek-OCR</source>
        <translation>其中的图片未解析，这需要 DeepSeek-OCR</translation>
    </message>
    <message>
        <source>read it with another reader (--reader auto)</source>
        <translation>请用其他读取器（--reader auto）识读</translation>
    </message>
</context>
<context>
    <name>EmptyParse</name>
    <message>
        <source>Not read yet</source>
        <translation>尚未识读</translation>
    </message>
    <message>
        <source>Its text stands here as soon as the page is read.</source>
        <translation>页面识读完成后，文字会显示在这里。</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>The text appears here as it is read.</source>
        <translation>文字会随识读过程显示在这里。</translation>
    </message>
    <message>
        <source>There is no text on this page</source>
        <translation>此页没有文字</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>此页无法识读</translation>
    </message>
    <message>
        <source>What happened stands over the page, with other ways to read it.</source>
        <translation>原因以及其他识读方式显示在页面上方。</translation>
    </message>
</context>
<context>
    <name>EngineAddress</name>
    <message>
        <source>the engine</source>
        <translation>识读引擎</translation>
    </message>
    <message>
        <source>“%1” is no address of a server</source>
        <translation>“%1”不是服务器地址</translation>
    </message>
    <message>
        <source>give one such as http://localhost:8000 (--engine)</source>
        <translation>请指定地址（--engine），例如 http://localhost:8000</translation>
    </message>
</context>
<context>
    <name>EngineProbe</name>
    <message>
        <source>it is no folder</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>it belongs to someone else</source>
        <translation>它属于其他用户</translation>
    </message>
    <message>
        <source>the reading engine&apos;s private folder cannot be used</source>
        <translation>无法使用识读引擎的私有文件夹</translation>
    </message>
    <message>
        <source>remove it, or have it elsewhere (XDG_RUNTIME_DIR); its name is in the log</source>
        <translation>请删除它，或换到别处（XDG_RUNTIME_DIR）；它的名称见日志</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>EngineSupervisor</name>
    <message>
        <source>end that program and try again</source>
        <translation>请结束那个程序后重试</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the reading engine is not installed</source>
        <translation>没有安装识读引擎</translation>
    </message>
    <message>
        <source>install Recto again, or name a server that reads (--engine)</source>
        <translation>请重新安装 Recto，或指定用来识读的服务器（--engine）</translation>
    </message>
    <message>
        <source>there is no recto-engine beside recto</source>
        <translation>recto 旁边没有 recto-engine</translation>
    </message>
    <message>
        <source>the reading engine crashed %1 times in a row</source>
        <translation>识读引擎连续 %1 次崩溃</translation>
    </message>
    <message>
        <source>try again in %1 s; should it go on, check the model folder (--model) or name a server (--engine)</source>
        <translation>请在 %1 秒后重试；如果仍然如此，请检查模型文件夹（--model），或指定服务器（--engine）</translation>
    </message>
    <message>
        <source>the reading engine cannot be started: its private folder cannot be written</source>
        <translation>无法启动识读引擎：无法写入其私有文件夹</translation>
    </message>
    <message>
        <source>make room on the disk, or sign out and in again</source>
        <translation>请腾出磁盘空间，或注销后重新登录</translation>
    </message>
    <message>
        <source>another reading engine runs already, but does not answer</source>
        <translation>已有另一个识读引擎在运行，但没有响应</translation>
    </message>
    <message>
        <source>end the program recto-engine and try again</source>
        <translation>请结束程序 recto-engine 后重试</translation>
    </message>
    <message>
        <source>it holds %1</source>
        <translation>它占用 %1</translation>
    </message>
    <message>
        <source>the reading engine cannot be started</source>
        <translation>无法启动识读引擎</translation>
    </message>
    <message>
        <source>the reading engine did not get ready within %1 s</source>
        <translation>识读引擎在 %1 秒内未就绪</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>请关闭其他程序后重试</translation>
    </message>
    <message>
        <source>the place is %1</source>
        <translation>位置是 %1</translation>
    </message>
    <message>
        <source>the reading engine&apos;s place is taken by another program (process %1)</source>
        <translation>识读引擎的位置被其他程序占用（进程 %1）</translation>
    </message>
    <message>
        <source>the reading engine&apos;s place is taken by something else</source>
        <translation>识读引擎的位置被别的东西占用</translation>
    </message>
    <message>
        <source>remove what lies there, and try again; its name is in the log</source>
        <translation>请移除那里的东西后重试；名称见日志</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>the system ended the reading engine at its start, most likely for want of memory</source>
        <translation>系统在启动时结束了识读引擎，很可能是因为内存不足</translation>
    </message>
    <message>
        <source>the reading engine ended at its start</source>
        <translation>识读引擎在启动时退出</translation>
    </message>
    <message>
        <source>the reading engine could not start with this model</source>
        <translation>识读引擎无法用此模型启动</translation>
    </message>
    <message>
        <source>check the model folder (--model), or name a server that reads (--engine)</source>
        <translation>请检查模型文件夹（--model），或指定用来识读的服务器（--engine）</translation>
    </message>
    <message>
        <source>its log: %1</source>
        <translation>它的日志：%1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>EventStream</name>
    <message>
        <source>the engine&apos;s answer has a line that never ends</source>
        <translation>识读引擎的回答中有一行没有结尾</translation>
    </message>
    <message>
        <source>check that the address belongs to an OpenAI-compatible server</source>
        <translation>请检查该地址是否属于兼容 OpenAI 的服务器</translation>
    </message>
</context>
<context>
    <name>ExportDocument</name>
    <message>
        <source>the format of %1 is not known</source>
        <translation>%1 的格式未知</translation>
    </message>
    <message>
        <source>let the name end in .md, .txt, .html, .json or .docx</source>
        <translation>文件名请以 .md、.txt、.html、.json 或 .docx 结尾</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>the page is too large to be drawn (%1 x %2 inches)</source>
        <translation>页面太大，无法绘制（%1 x %2 英寸）</translation>
    </message>
    <message>
        <source>print it to a PDF of an ordinary page size</source>
        <translation>请把它打印成普通页面大小的 PDF</translation>
    </message>
</context>
<context>
    <name>LoopLadder</name>
    <message>
        <source>with the n-gram rule 20/90</source>
        <translation>用 n-gram 规则 20/90</translation>
    </message>
    <message>
        <source>in mode %1</source>
        <translation>用模式 %1</translation>
    </message>
    <message>
        <source>as plain text</source>
        <translation>作为纯文本</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>repeated itself</source>
        <translation>出现重复</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>the rest of the page</source>
        <translation>页面的其余部分</translation>
    </message>
    <message>
        <source>the upper half of the rest</source>
        <translation>其余部分的上半</translation>
    </message>
    <message>
        <source>the lower half of the rest</source>
        <translation>其余部分的下半</translation>
    </message>
    <message>
        <source>%1 by Tesseract</source>
        <translation>%1，由 Tesseract</translation>
    </message>
</context>
<context>
    <name>ModelCheck</name>
    <message>
        <source>choose the folder that holds config.json, tokenizer.json and the *.safetensors files</source>
        <translation>请选择包含 config.json、tokenizer.json 和 *.safetensors 文件的文件夹</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>the model is not whole: %1</source>
        <translation>模型不完整：%1</translation>
    </message>
    <message>
        <source>download what is named here into the folder again</source>
        <translation>请把这里列出的文件重新下载到该文件夹</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>only %1 of %2</source>
        <translation>仅 %1，应为 %2</translation>
    </message>
    <message>
        <source>there is no model in this folder</source>
        <translation>此文件夹中没有模型</translation>
    </message>
    <message>
        <source>choose the folder “%1” in it</source>
        <translation>请选择其中的文件夹“%1”</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>check its name, or choose it</source>
        <translation>请检查名称，或用按钮选择</translation>
    </message>
    <message>
        <source>this is a file, not a folder</source>
        <translation>这是文件，不是文件夹</translation>
    </message>
    <message>
        <source>this folder may not be read</source>
        <translation>无权读取此文件夹</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it, or choose another</source>
        <translation>请向其所有者申请读取权限，或选择其他文件夹</translation>
    </message>
    <message>
        <source>this is another model, which Recto cannot read with</source>
        <translation>这是其他模型，Recto 无法用它识读</translation>
    </message>
    <message>
        <source>choose the folder of DeepSeek-OCR</source>
        <translation>请选择 DeepSeek-OCR 的文件夹</translation>
    </message>
</context>
<context>
    <name>OcrClient</name>
    <message>
        <source>%1 does not answer as an OpenAI-compatible server does</source>
        <translation>%1 的回答不像兼容 OpenAI 的服务器</translation>
    </message>
    <message>
        <source>%1 does not say which way up the page is</source>
        <translation>%1 没有说明页面的方向</translation>
    </message>
    <message>
        <source>%1 lists no model</source>
        <translation>%1 没有列出任何模型</translation>
    </message>
    <message>
        <source>%1 has several models: %2</source>
        <translation>%1 有多个模型：%2</translation>
    </message>
    <message>
        <source>%1 answers with a web page, not as an OpenAI-compatible server does</source>
        <translation>%1 返回的是网页，而不是兼容 OpenAI 的服务器的回应</translation>
    </message>
    <message>
        <source>check the server&apos;s address (--engine)</source>
        <translation>请检查服务器地址（--engine）</translation>
    </message>
    <message>
        <source>write the one to read with behind the address, as in http://host:8000#model (--engine)</source>
        <translation>请把要用的模型写在地址后面，例如 http://host:8000#model（--engine）</translation>
    </message>
</context>
<context>
    <name>OfficeWriter</name>
    <message>
        <source>the temporary folder %1 cannot be written</source>
        <translation>临时文件夹 %1 无法写入</translation>
    </message>
    <message>
        <source>free some space there, or name another folder in TMPDIR</source>
        <translation>请在那里腾出空间，或在 TMPDIR 中指定其他文件夹</translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>get it again</source>
        <translation>请重新获取</translation>
    </message>
    <message>
        <source>its content is neither a PDF nor a picture that Recto reads</source>
        <translation>内容既不是 PDF，也不是 Recto 能读的图片</translation>
    </message>
    <message>
        <source>give a PDF, PNG, JPEG, TIFF, BMP, GIF, WebP, JPEG 2000 or HEIC file</source>
        <translation>请提供 PDF、PNG、JPEG、TIFF、BMP、GIF、WebP、JPEG 2000 或 HEIC 文件</translation>
    </message>
</context>
<context>
    <name>OpenFile</name>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>请指定其中的文件</translation>
    </message>
    <message>
        <source>it is a pipe, socket or device, not a file</source>
        <translation>它是管道、套接字或设备，不是文件</translation>
    </message>
    <message>
        <source>save its content to a file, or feed it to standard input with -</source>
        <translation>请把内容存成文件，或用 - 送到标准输入</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>请检查名称</translation>
    </message>
    <message>
        <source>it may not be read</source>
        <translation>没有读取它的权限</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it</source>
        <translation>请向其所有者申请读取权限</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>它是指回自身的链接</translation>
    </message>
    <message>
        <source>name the file it should lead to</source>
        <translation>请指定它应当指向的文件</translation>
    </message>
    <message>
        <source>its name is too long for the system</source>
        <translation>名称对系统来说太长</translation>
    </message>
    <message>
        <source>it could not be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>check the disk or the connection to it</source>
        <translation>请检查磁盘或与它的连接</translation>
    </message>
</context>
<context>
    <name>PageNote</name>
    <message>
        <source>Page %1 was read in part%2</source>
        <translation>第 %1 页部分识读%2</translation>
    </message>
    <message>
        <source>Page %1 could not be read%2</source>
        <translation>第 %1 页无法识读%2</translation>
    </message>
</context>
<context>
    <name>PageWorker</name>
    <message>
        <source>the page could not be read</source>
        <translation>该页无法读取</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>请用其他程序打开该文件，并打印成新的 PDF</translation>
    </message>
</context>
<context>
    <name>PastedPicture</name>
    <message>
        <source>there is no picture to paste</source>
        <translation>没有可粘贴的图片</translation>
    </message>
    <message>
        <source>copy a picture or a file first</source>
        <translation>请先复制图片或文件</translation>
    </message>
    <message>
        <source>the picture could not be kept in %1</source>
        <translation>图片无法保存在 %1</translation>
    </message>
    <message>
        <source>check that the folder may be written and the disk is not full</source>
        <translation>请检查文件夹是否可写、磁盘是否已满</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>it is a PDF, but broken or cut off, and no page can be found in it</source>
        <translation>它是 PDF，但已损坏或不完整，找不到任何页面</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>请重新获取文件，或在原程序中重新保存</translation>
    </message>
    <message>
        <source>the PDF has no pages</source>
        <translation>该 PDF 没有页面</translation>
    </message>
</context>
<context>
    <name>PdfSource</name>
    <message>
        <source>the file could not be opened again</source>
        <translation>无法再次打开文件</translation>
    </message>
    <message>
        <source>check that it was not changed meanwhile</source>
        <translation>请检查它是否在此期间被更改</translation>
    </message>
</context>
<context>
    <name>PictureHeader</name>
    <message>
        <source>the picture&apos;s header is broken or cut off</source>
        <translation>图片的文件头已损坏或不完整</translation>
    </message>
    <message>
        <source>get the file again, or save the picture anew in its program</source>
        <translation>请重新获取文件，或在原程序中重新保存图片</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>this machine has no reader for %1 pictures</source>
        <translation>本机无法读取 %1 图片</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>请存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>the picture is broken or cut off</source>
        <translation>图片已损坏或不完整</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>请重新获取文件，或在原程序中重新保存</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>as typed</source>
        <translation>与输入相同</translation>
    </message>
    <message>
        <source>other case or accents</source>
        <translation>大小写或重音不同</translation>
    </message>
    <message>
        <source>perhaps misread</source>
        <translation>可能是误读</translation>
    </message>
    <message>
        <source>seen by the model</source>
        <translation>模型看到的</translation>
    </message>
</context>
<context>
    <name>ProjectFile</name>
    <message>
        <source>%1 is open in another window</source>
        <translation>%1 已在另一个窗口中打开</translation>
    </message>
    <message>
        <source>go on there, or close it first</source>
        <translation>请在那里继续，或先将其关闭</translation>
    </message>
    <message>
        <source>the disk is full while saving %1</source>
        <translation>保存 %1 时磁盘已满</translation>
    </message>
    <message>
        <source>free some space; what you type is kept until then</source>
        <translation>请腾出一些空间；在此之前您输入的内容会保留</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 已损坏</translation>
    </message>
    <message>
        <source>rename it and open the source again; the damaged file is left as it is</source>
        <translation>请重命名它并重新打开文档；损坏的文件会保持原样</translation>
    </message>
    <message>
        <source>%1 could not be used (%2)</source>
        <translation>无法使用 %1（%2）</translation>
    </message>
    <message>
        <source>check that you may read and write it</source>
        <translation>请检查您是否有读写它的权限</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>open it, or choose another name</source>
        <translation>请打开它，或选择其他名称</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>请检查名称</translation>
    </message>
    <message>
        <source>%1 is no project of Recto</source>
        <translation>%1 不是 Recto 的项目</translation>
    </message>
    <message>
        <source>open a document or a .recto file</source>
        <translation>请打开文档或 .recto 文件</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Recto</source>
        <translation>%1 由较新版本的 Recto 创建</translation>
    </message>
    <message>
        <source>update Recto to open it; the file was not changed</source>
        <translation>请更新 Recto 后再打开；文件未被更改</translation>
    </message>
</context>
<context>
    <name>ReadJpeg</name>
    <message>
        <source>the JPEG picture is broken</source>
        <translation>JPEG 图片已损坏</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>请重新获取文件，或在原程序中重新保存</translation>
    </message>
    <message>
        <source>the picture is cut off: its data end too early</source>
        <translation>图片不完整：数据过早结束</translation>
    </message>
    <message>
        <source>get the file again</source>
        <translation>请重新获取文件</translation>
    </message>
</context>
<context>
    <name>ReadProject</name>
    <message>
        <source>%1 could not be copied to be read</source>
        <translation>无法复制 %1 以供读取</translation>
    </message>
    <message>
        <source>check that you may read it, and that %1 has room</source>
        <translation>请检查您是否有读取权限，以及 %1 是否有足够空间</translation>
    </message>
    <message>
        <source>%1 is being written all the time</source>
        <translation>%1 一直在被写入</translation>
    </message>
    <message>
        <source>try again when its window rests</source>
        <translation>请在其窗口空闲时重试</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>there is no room for a copy of %1</source>
        <translation>没有空间存放 %1 的副本</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>请检查名称</translation>
    </message>
    <message>
        <source>free some space, or set TMPDIR</source>
        <translation>请释放空间，或设置 TMPDIR</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>text of the file</source>
        <translation>文件自带文字</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RunPandoc</name>
    <message>
        <source>choose another format (--to)</source>
        <translation>请选择其他格式（--to）</translation>
    </message>
    <message>
        <source>DOCX needs the program pandoc, which is not installed</source>
        <translation>DOCX 需要 pandoc 程序，但尚未安装</translation>
    </message>
    <message>
        <source>install the package pandoc, or choose another format (--to)</source>
        <translation>请安装软件包 pandoc，或选择其他格式（--to）</translation>
    </message>
    <message>
        <source>the styles for DOCX could not be written to the temporary folder</source>
        <translation>DOCX 的样式无法写入临时文件夹</translation>
    </message>
    <message>
        <source>pandoc could not be started</source>
        <translation>无法启动 pandoc</translation>
    </message>
    <message>
        <source>pandoc did not finish the DOCX file in time</source>
        <translation>pandoc 没有及时完成 DOCX 文件</translation>
    </message>
    <message>
        <source>convert fewer pages at once (--pages), or choose another format (--to)</source>
        <translation>请一次转换较少的页面（--pages），或选择其他格式（--to）</translation>
    </message>
    <message>
        <source>stopped while the DOCX file was made</source>
        <translation>制作 DOCX 文件时被停止</translation>
    </message>
    <message>
        <source>pandoc could not make the DOCX file</source>
        <translation>pandoc 无法制作 DOCX 文件</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>the settings could not be saved in %1</source>
        <translation>设置无法保存在 %1</translation>
    </message>
    <message>
        <source>check that the file and its folder may be written</source>
        <translation>请检查该文件及其文件夹是否可写</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Document to Markdown</source>
        <translation>文档转 Markdown</translation>
    </message>
    <message>
        <source>Text with boxes</source>
        <translation>带位置框的文字</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Parse the figure</source>
        <translation>解析图形</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Describe in English</source>
        <translation>用英文描述</translation>
    </message>
    <message>
        <source>Describe in Chinese</source>
        <translation>用中文描述</translation>
    </message>
    <message>
        <source>Find objects</source>
        <translation>查找物体</translation>
    </message>
    <message>
        <source>Caption in Chinese</source>
        <translation>中文图片说明</translation>
    </message>
    <message>
        <source>Continue a text…</source>
        <translation>续写文本…</translation>
    </message>
    <message>
        <source>Own prompt…</source>
        <translation>自定义提示词…</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no task</source>
        <translation>“%1”不是任务</translation>
    </message>
    <message>
        <source>take one of %1</source>
        <translation>请从 %1 中选择</translation>
    </message>
    <message>
        <source>the task %1 takes no words</source>
        <translation>任务 %1 不带文字</translation>
    </message>
    <message>
        <source>write --task %1</source>
        <translation>请写成 --task %1</translation>
    </message>
    <message>
        <source>the task %1 needs words</source>
        <translation>任务 %1 需要文字</translation>
    </message>
    <message>
        <source>write --task %1=WORDS</source>
        <translation>请写成 --task %1=文字</translation>
    </message>
    <message>
        <source>%1 stands for the page&apos;s picture and may come once only, at the start of an own prompt</source>
        <translation>%1 代表页面图片，只能在自定义提示词的开头出现一次</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>请去掉它</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no mode</source>
        <translation>“%1”不是模式</translation>
    </message>
    <message>
        <source>take one of %1, or sizes like 1024,640,crop</source>
        <translation>请从 %1 中选择，或给出尺寸，如 1024,640,crop</translation>
    </message>
</context>
<context>
    <name>TextLayer</name>
    <message>
        <source>Read as a picture: its fonts do not say which letters they draw</source>
        <translation>作为图片识读：其字体没有说明画的是哪些字</translation>
    </message>
    <message>
        <source>Read as a picture: there is no text layer</source>
        <translation>作为图片识读：没有文本层</translation>
    </message>
    <message>
        <source>Read as a picture: the text is drawn as curves</source>
        <translation>作为图片识读：文字以曲线画成</translation>
    </message>
    <message>
        <source>The page is blank</source>
        <translation>该页是空白的</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer holds only a few words of the scan</source>
        <translation>作为图片识读：文本层只有扫描件的少数几个词</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer is rubbish (%1 % of its words look like none)</source>
        <translation>作为图片识读：文本层是乱码（%1 % 的词不像词）</translation>
    </message>
    <message>
        <source>Text kept (an earlier reading of the scan, it looks sound)</source>
        <translation>保留文本（扫描件先前的识别结果，看来可靠）</translation>
    </message>
    <message>
        <source>Text kept (born digital)</source>
        <translation>保留文本（原生数字文档）</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>the folder may not be read</source>
        <translation>没有读取该文件夹的权限</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it</source>
        <translation>请向其所有者申请读取权限</translation>
    </message>
    <message>
        <source>it is encrypted for the holder of a certificate, which no password opens</source>
        <translation>它是为证书持有人加密的，任何密码都打不开</translation>
    </message>
    <message>
        <source>save it without encryption in the program that has the certificate</source>
        <translation>请在持有证书的程序中保存为不加密的文件</translation>
    </message>
    <message>
        <source>it is encrypted and asks for a password</source>
        <translation>它已加密，需要密码</translation>
    </message>
    <message>
        <source>the password does not open it</source>
        <translation>密码打不开它</translation>
    </message>
    <message>
        <source>check the password, also for capital letters</source>
        <translation>请检查密码，注意大小写</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 sends on to %2, where Recto was not told to go</source>
        <translation>%1 转向 %2，但 Recto 没有被允许去那里</translation>
    </message>
    <message>
        <source>try again; the reason is in its log</source>
        <translation>请重试；原因在其日志中</translation>
    </message>
    <message>
        <source>%1 fell silent for %2 s in mid-answer</source>
        <translation>%1 在回答中途沉默了 %2 秒</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 在 %2 秒内没有回答</translation>
    </message>
    <message>
        <source>nothing answers at %1</source>
        <translation>%1 没有任何回应</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2)</source>
        <translation>无法连接 %1（%2）</translation>
    </message>
    <message>
        <source>the connection to %1 broke off in mid-answer</source>
        <translation>与 %1 的连接在回答中途断开</translation>
    </message>
    <message>
        <source>the connection to %1 was lost</source>
        <translation>与 %1 的连接已断开</translation>
    </message>
    <message>
        <source>%1 asks for a key</source>
        <translation>%1 需要密钥</translation>
    </message>
    <message>
        <source>%1 does not accept the key</source>
        <translation>%1 不接受该密钥</translation>
    </message>
    <message>
        <source>%1 does not allow this</source>
        <translation>%1 不允许这样做</translation>
    </message>
    <message>
        <source>there is no recording of this page</source>
        <translation>没有这一页的录制</translation>
    </message>
    <message>
        <source>%1 does not have this model</source>
        <translation>%1 没有这个模型</translation>
    </message>
    <message>
        <source>%1 does not speak the OpenAI interface at this address</source>
        <translation>%1 在该地址不提供 OpenAI 接口</translation>
    </message>
    <message>
        <source>the page&apos;s picture is too large for %1</source>
        <translation>页面图片对 %1 来说太大</translation>
    </message>
    <message>
        <source>%1 refused the page</source>
        <translation>%1 拒绝了该页</translation>
    </message>
    <message>
        <source>see what it says, and its log</source>
        <translation>请看它的说明及其日志</translation>
    </message>
    <message>
        <source>a language that was asked for is not installed</source>
        <translation>所要求的语言没有安装</translation>
    </message>
    <message>
        <source>%1 ran out of memory on this page</source>
        <translation>%1 在这一页上耗尽了内存</translation>
    </message>
    <message>
        <source>%1 is too busy</source>
        <translation>%1 太忙</translation>
    </message>
    <message>
        <source>%1 has no working server behind it</source>
        <translation>%1 后面没有可用的服务器</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>请稍后重试</translation>
    </message>
    <message>
        <source>%1 failed on this page</source>
        <translation>%1 在这一页上失败</translation>
    </message>
    <message>
        <source>try the page again, and see the engine&apos;s log</source>
        <translation>请重试该页，并查看引擎日志</translation>
    </message>
    <message>
        <source>the task %1 needs DeepSeek-OCR; Tesseract only reads</source>
        <translation>任务 %1 需要 DeepSeek-OCR；Tesseract 只能识读</translation>
    </message>
    <message>
        <source>the page is longer than the %1 tokens allowed; its end is missing</source>
        <translation>该页超过允许的 %1 个词元；缺少结尾</translation>
    </message>
    <message>
        <source>there is no page %1, the last one is %2</source>
        <translation>没有第 %1 页，最后一页是第 %2 页</translation>
    </message>
    <message>
        <source>name pages that the file has</source>
        <translation>请指定文件中存在的页面</translation>
    </message>
    <message>
        <source>it takes more than %1 MB of memory to open</source>
        <translation>打开它需要超过 %1 MB 内存</translation>
    </message>
    <message>
        <source>save it anew in its program, with smaller pictures</source>
        <translation>请在原程序中用较小的图片重新保存</translation>
    </message>
    <message>
        <source>the page worker could not be started</source>
        <translation>无法启动页面进程</translation>
    </message>
    <message>
        <source>check that the program recto is whole, and that memory is free</source>
        <translation>请检查 recto 程序是否完整、内存是否充足</translation>
    </message>
    <message>
        <source>the picture is too large (%L1 x %L2 pixels)</source>
        <translation>图片太大（%L1 x %L2 像素）</translation>
    </message>
    <message>
        <source>save it with fewer pixels, or cut it into pieces</source>
        <translation>请用较少的像素保存，或切成几块</translation>
    </message>
    <message>
        <source>the page could not be drawn</source>
        <translation>无法绘制该页</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>请用其他程序打开该文件，并打印成新的 PDF</translation>
    </message>
    <message>
        <source>there was not enough memory to draw the page</source>
        <translation>没有足够的内存来绘制该页</translation>
    </message>
    <message>
        <source>%1 said for %2 minutes that it is busy, and nothing else</source>
        <translation>%1 连续 %2 分钟只表示繁忙</translation>
    </message>
    <message>
        <source>give that address (--engine) if it is to be trusted with the pages</source>
        <translation>如果可以把页面交给该地址，请指定它（--engine）</translation>
    </message>
    <message>
        <source>check that the server runs and that its address (--engine) is right</source>
        <translation>请检查服务器是否在运行、地址（--engine）是否正确</translation>
    </message>
    <message>
        <source>try again later, or with fewer pages at once (--concurrency)</source>
        <translation>请稍后重试，或减少同时识读的页数（--concurrency）</translation>
    </message>
    <message>
        <source>give the file that holds it (--api-key-file)</source>
        <translation>请指定存有密钥的文件（--api-key-file）</translation>
    </message>
    <message>
        <source>check the key file (--api-key-file)</source>
        <translation>请检查密钥文件（--api-key-file）</translation>
    </message>
    <message>
        <source>ask whoever runs it, or give another key (--api-key-file)</source>
        <translation>请询问其管理者，或提供其他密钥（--api-key-file）</translation>
    </message>
    <message>
        <source>record it first, or choose another reader (--reader)</source>
        <translation>请先录制，或选择其他读取器（--reader）</translation>
    </message>
    <message>
        <source>choose another reader (--reader)</source>
        <translation>请选择其他读取器（--reader）</translation>
    </message>
    <message>
        <source>name one that it has behind the address, as in http://host:8000#model (--engine)</source>
        <translation>请在地址后面写上它有的模型，例如 http://host:8000#model（--engine）</translation>
    </message>
    <message>
        <source>check the address (--engine): only its part before /v1 is wanted</source>
        <translation>请检查地址（--engine）：只需要 /v1 之前的部分</translation>
    </message>
    <message>
        <source>lower the resolution (--dpi)</source>
        <translation>请降低分辨率（--dpi）</translation>
    </message>
    <message>
        <source>install its Tesseract data, or choose other languages (--language)</source>
        <translation>请安装其 Tesseract 数据，或选择其他语言（--language）</translation>
    </message>
    <message>
        <source>try again with fewer pages at once (--concurrency) or a lower resolution (--dpi)</source>
        <translation>请减少同时识读的页数（--concurrency）或降低分辨率（--dpi）后重试</translation>
    </message>
    <message>
        <source>give the password (--password-file)</source>
        <translation>请提供密码（--password-file）</translation>
    </message>
    <message>
        <source>name the folder of its model (--model, RECTO_MODEL) or a server (--engine)</source>
        <translation>请指定模型文件夹（--model、RECTO_MODEL）或服务器（--engine）</translation>
    </message>
    <message>
        <source>allow longer answers (--max-tokens)</source>
        <translation>请允许更长的回答（--max-tokens）</translation>
    </message>
</context>
<context>
    <name>WorkerProcess</name>
    <message>
        <source>it takes more than %1 MB of memory to open</source>
        <translation>打开它需要超过 %1 MB 内存</translation>
    </message>
    <message>
        <source>save it anew in its program, with smaller pictures</source>
        <translation>请在其程序中用较小的图片重新保存</translation>
    </message>
    <message>
        <source>it is broken in a way that ended the page worker</source>
        <translation>文件已损坏，导致页面程序中止</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>请用其他程序打开该文件，并打印成新的 PDF</translation>
    </message>
    <message>
        <source>it was not done after %L1 seconds and was given up</source>
        <translation>%L1 秒后仍未完成，已放弃</translation>
    </message>
</context>
<context>
    <name>contents::BlockList</name>
    <message>
        <source>No document is open</source>
        <translation>没有打开的文档</translation>
    </message>
    <message>
        <source>Drop a PDF, a scan or a photo anywhere in the window.</source>
        <translation>把 PDF、扫描件或照片拖到窗口中的任意位置。</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>What is found appears here as the pages are read.</source>
        <translation>识读页面时，找到的内容会显示在这里。</translation>
    </message>
    <message>
        <source>The pages could not be read</source>
        <translation>这些页面无法识读</translation>
    </message>
    <message>
        <source>The Log tells why, and has a button to try again.</source>
        <translation>“日志”会说明原因，并可重试。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未识读</translation>
    </message>
    <message>
        <source>Read the page with F5, or all pages with Ctrl+Shift+F5.</source>
        <translation>按 F5 识读本页，按 Ctrl+Shift+F5 识读所有页面。</translation>
    </message>
    <message>
        <source>Some pages are still unread.</source>
        <translation>还有一些页面未识读。</translation>
    </message>
</context>
<context>
    <name>contents::GalleryView</name>
    <message>
        <source>Figures</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>No figures were found</source>
        <translation>没有找到插图</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
</context>
<context>
    <name>contents::OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>No headings were found</source>
        <translation>没有找到标题</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
</context>
<context>
    <name>contents::TablesView</name>
    <message>
        <source>page %1, %2 rows, %3 columns</source>
        <translation>第 %1 页，%2 行，%3 列</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a table&apos;s first words (its page and size)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Cells of the chosen table</source>
        <translation>所选表格的单元格</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>复制到电子表格</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>No tables were found</source>
        <translation>没有找到表格</translation>
    </message>
    <message>
        <source>The table was copied</source>
        <translation>表格已复制</translation>
    </message>
</context>
<context>
    <name>dialogs::AboutDialog</name>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Turns PDFs, scans and photos into text a person can trust. Everything is done on this computer, unless you name a server yourself.

Free software under the GNU General Public License, version 3 or later. Built with Qt, Poppler, Tesseract, OpenCV, KaTeX and the open model DeepSeek-OCR.</source>
        <translation>把 PDF、扫描件和照片变成可以信赖的文字。一切都在本机完成，除非您自己指定服务器。

自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。基于 Qt、Poppler、Tesseract、OpenCV、KaTeX 和开放模型 DeepSeek-OCR。</translation>
    </message>
</context>
<context>
    <name>dialogs::ActionPalette</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>操作名称</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: action</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>dialogs::EnginePage</name>
    <message>
        <source>On this computer</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>By a server</source>
        <translation>用服务器</translation>
    </message>
    <message>
        <source>Where pages are read</source>
        <translation>在哪里识读页面</translation>
    </message>
</context>
<context>
    <name>dialogs::KeysDialog</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Keys by menu</source>
        <translation>按菜单列出的快捷键</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>在页面上</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>arrows, wheel, two fingers</source>
        <translation>方向键、滚轮、双指</translation>
    </message>
    <message>
        <source>Scroll by a screen</source>
        <translation>滚动一屏</translation>
    </message>
    <message>
        <source>Shift+Page Up, Shift+Page Down</source>
        <translation>Shift+Page Up、Shift+Page Down</translation>
    </message>
    <message>
        <source>Next or previous block</source>
        <translation>下一个或上一个内容块</translation>
    </message>
    <message>
        <source>Alt+Down, Alt+Up</source>
        <translation>Alt+下、Alt+上</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>移动页面</translation>
    </message>
    <message>
        <source>Space held, or the middle button</source>
        <translation>按住空格，或鼠标中键</translation>
    </message>
</context>
<context>
    <name>dialogs::KeysPage</name>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: action</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New keys of the chosen action</source>
        <translation>所选操作的新快捷键</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>快捷键：</translation>
    </message>
    <message>
        <source>Also the key of: %1. Neither works until one is changed.</source>
        <translation>同时也是以下操作的快捷键：%1。修改其中一个之前，两者都不起作用。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>dialogs::ModelPart</name>
    <message>
        <source>%1 of weights, about %2 of memory needed, %3 free</source>
        <translation>权重 %1，约需内存 %2，可用 %3</translation>
    </message>
    <message>
        <source>The model is whole and fits: %1.</source>
        <translation>模型完整，可以装下：%1。</translation>
    </message>
    <message>
        <source>The model is whole; it fits when other programs are closed, slower until then: %1.</source>
        <translation>模型完整；关闭其他程序后可以装下，在此之前较慢：%1。</translation>
    </message>
    <message>
        <source>The model is whole but too large for this computer: %1. A server can read instead.</source>
        <translation>模型完整，但对本机来说太大：%1。可以改用服务器识读。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the model folder</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>none: Tesseract reads</source>
        <translation>无：由 Tesseract 识读</translation>
    </message>
    <message>
        <source>Model folder:</source>
        <translation>模型文件夹：</translation>
    </message>
    <message>
        <source>Without a model Tesseract reads: printed text, no formulas, no tables.</source>
        <translation>没有模型时由 Tesseract 识读：印刷文字，不含公式和表格。</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>正在检查文件夹…</translation>
    </message>
</context>
<context>
    <name>dialogs::PromptDialog</name>
    <message>
        <source>A prompt of your own</source>
        <translation>自己的提示词</translation>
    </message>
    <message>
        <source>&amp;What the model is asked</source>
        <translation>向模型提问(&amp;W)</translation>
    </message>
    <message>
        <source>What the model is asked</source>
        <translation>向模型提问</translation>
    </message>
    <message>
        <source>The model was not taught to follow instructions: prompts that its makers published work best.</source>
        <translation>该模型没有学过听从指令：使用其开发者公布的提示词效果最好。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>There is nothing to ask yet: type a prompt.</source>
        <translation>还没有可以提问的内容：请输入提示词。</translation>
    </message>
</context>
<context>
    <name>dialogs::ReadingPage</name>
    <message>
        <source>Read an opened document without being asked</source>
        <translation>打开文档后自动识读</translation>
    </message>
    <message>
        <source>Decide by what the page is</source>
        <translation>根据页面情况决定</translation>
    </message>
    <message>
        <source>Always keep the text of the file</source>
        <translation>总是保留文件中的文本</translation>
    </message>
    <message>
        <source>Always read the picture with Tesseract</source>
        <translation>总是用 Tesseract 识读图片</translation>
    </message>
    <message>
        <source>Always read the picture with DeepSeek-OCR</source>
        <translation>总是用 DeepSeek-OCR 识读图片</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>读取器</translation>
    </message>
    <message>
        <source>Languages for Tesseract</source>
        <translation>Tesseract 的语言</translation>
    </message>
    <message>
        <source>the reader&apos;s own</source>
        <translation>由读取器决定</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>With none chosen, each page&apos;s language is found out. Fewer languages read better.</source>
        <translation>未选择时，会自动判断每页的语言。语言越少，识读越准确。</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>读取器：</translation>
    </message>
    <message>
        <source>Languages:</source>
        <translation>语言：</translation>
    </message>
    <message>
        <source>Resolution:</source>
        <translation>分辨率：</translation>
    </message>
</context>
<context>
    <name>dialogs::ServerPart</name>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>地址：</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>File with the server&apos;s key</source>
        <translation>存有服务器密钥的文件</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Key file:</source>
        <translation>密钥文件：</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the server</source>
        <translation>测试服务器</translation>
    </message>
    <message>
        <source>Pictures of the pages are sent to it. Any OpenAI-compatible server with DeepSeek-OCR will do.</source>
        <translation>页面图片会发送到该服务器。任何兼容 OpenAI 且带有 DeepSeek-OCR 的服务器都可以。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
</context>
<context>
    <name>dialogs::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>识读</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>dialogs::WindowPage</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A new language shows when Recto is started again.</source>
        <translation>新的语言在 Recto 下次启动时生效。</translation>
    </message>
    <message>
        <source>Appearance:</source>
        <translation>外观：</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>语言：</translation>
    </message>
</context>
<context>
    <name>editor::FindBar</name>
    <message>
        <source>Expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>A regular expression; \1 in the replacement is what its first brackets caught</source>
        <translation>正则表达式；替换文本中的 \1 表示第一个括号捕获的内容</translation>
    </message>
    <message>
        <source>Capital and small letters are different</source>
        <translation>大写和小写字母视为不同</translation>
    </message>
    <message>
        <source>In this page</source>
        <translation>在本页</translation>
    </message>
    <message>
        <source>In the document</source>
        <translation>在整个文档</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
</context>
<context>
    <name>editor::SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>Nothing has been read on this page yet. F5 reads it.</source>
        <translation>本页尚未读出任何内容。按 F5 识读。</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
</context>
<context>
    <name>editor::SourcePane</name>
    <message>
        <source>Not a valid expression</source>
        <translation>不是有效的表达式</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>figures::FigureView</name>
    <message>
        <source>The picture as it was printed</source>
        <translation>印刷的原图</translation>
    </message>
    <message>
        <source>The chart&apos;s numbers</source>
        <translation>图表的数字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copy the numbers, for a spreadsheet</source>
        <translation>复制数字，用于电子表格</translation>
    </message>
    <message>
        <source>The chart drawn again from what was read</source>
        <translation>根据读出的数字重新画出的图表</translation>
    </message>
    <message>
        <source>As lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>As bars</source>
        <translation>柱形</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Copy the points, lines and circles</source>
        <translation>复制点、线段和圆</translation>
    </message>
    <message>
        <source>Show the reading</source>
        <translation>显示识读结果</translation>
    </message>
    <message>
        <source>Hide the reading</source>
        <translation>隐藏识读结果</translation>
    </message>
    <message>
        <source>Molecule</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Copy the SMILES notation</source>
        <translation>复制 SMILES 表示</translation>
    </message>
    <message>
        <source>Copy the description</source>
        <translation>复制描述</translation>
    </message>
    <message>
        <source>SMILES notation</source>
        <translation>SMILES 表示</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>figures::GeometryPicture</name>
    <message>
        <source>Drawing with what was read over it</source>
        <translation>图形，上面叠有识读结果</translation>
    </message>
</context>
<context>
    <name>jobs::LogView</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>failed, kept as it was</source>
        <translation>失败，保持原样</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未识读</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已识读</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>部分识读</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read with Tesseract</source>
        <translation>用 Tesseract 识读</translation>
    </message>
    <message>
        <source>Reading log</source>
        <translation>识读日志</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>读取器</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>没有打开的文档</translation>
    </message>
    <message>
        <source>What happens on each page is told here.</source>
        <translation>每一页发生的事都记在这里。</translation>
    </message>
    <message>
        <source>What happened on the chosen page</source>
        <translation>所选页面上发生的事</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>识读</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新识读</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>two sentences</comment>
        <translation>%1。%2。</translation>
    </message>
</context>
<context>
    <name>jobs::QueueModel</name>
    <message>
        <source>being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法识读</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>jobs::QueuePanel</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的</translation>
    </message>
    <message>
        <source>Reading queue</source>
        <translation>识读队列</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n page(s) waiting</source>
        <translation>
            <numerusform>已暂停，%n 页等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) waiting</source>
        <translation>
            <numerusform>%n 页等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>没有打开的文档</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待的页面</translation>
    </message>
    <message>
        <source>Every page that was asked for has been read.</source>
        <translation>要求的页面都已识读。</translation>
    </message>
    <message>
        <source>Pages that are to be read stand here until they are.</source>
        <translation>等待识读的页面会列在这里，直到识读完成。</translation>
    </message>
</context>
<context>
    <name>main_window::DemoShelf</name>
    <message>
        <source>A paper</source>
        <translation>一篇论文</translation>
    </message>
    <message>
        <source>Headings, text and a table with spans appear as they are read</source>
        <translation>标题、正文和带合并单元格的表格，边读边显示</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Formulas are set as they were printed; hold \ to compare</source>
        <translation>公式按印刷的样子排版；按住 \ 进行比较</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>A page of a Chinese handbook</source>
        <translation>一本中文手册中的一页</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>A Korean slide with two tables and a map</source>
        <translation>一张韩文幻灯片，有两个表格和一幅地图</translation>
    </message>
    <message>
        <source>A chart</source>
        <translation>一张图表</translation>
    </message>
    <message>
        <source>Its numbers, drawn again beside it</source>
        <translation>图中的数字，在旁边重新画出</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Lines and circles, drawn over the picture</source>
        <translation>线段和圆，画在图片上</translation>
    </message>
    <message>
        <source>A molecule</source>
        <translation>一个分子</translation>
    </message>
    <message>
        <source>Its structure as SMILES</source>
        <translation>以 SMILES 表示的结构</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>A picture in words</source>
        <translation>用文字描述一张图片</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>All that can be seen, with boxes</source>
        <translation>能看到的一切，带方框</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Name a thing, and it lights up: try “the lighthouse”</source>
        <translation>说出一样东西，它就会亮起：试试“the lighthouse”</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>文本行</translation>
    </message>
    <message>
        <source>Text line by line with boxes</source>
        <translation>逐行文字，带方框</translation>
    </message>
    <message>
        <source>A screenshot</source>
        <translation>一张截屏</translation>
    </message>
    <message>
        <source>Three blocks of a browser window</source>
        <translation>浏览器窗口中的三块内容</translation>
    </message>
    <message>
        <source>A loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>The reader repeats itself; it is noticed and cut</source>
        <translation>读取器开始重复；会被发现并截断</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>中途截断</translation>
    </message>
    <message>
        <source>An answer that ends early: what was read is kept</source>
        <translation>回答提前结束：已读出的内容会保留</translation>
    </message>
    <message>
        <source>There is no room for the demonstrations</source>
        <translation>没有空间存放演示</translation>
    </message>
    <message>
        <source>Free some space for temporary files</source>
        <translation>请为临时文件腾出一些空间</translation>
    </message>
    <message>
        <source>See how it works</source>
        <translation>看看它如何工作</translation>
    </message>
    <message>
        <source>Earlier ones</source>
        <translation>前面的</translation>
    </message>
    <message>
        <source>More of them</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>main_window::EmptyParse</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read this page</source>
        <translation>识读此页</translation>
    </message>
</context>
<context>
    <name>main_window::LocateControl</name>
    <message>
        <source>Nothing was looked for</source>
        <translation>还没有查找任何内容</translation>
    </message>
    <message>
        <source>Press Ctrl+L and type words, or name a thing</source>
        <translation>按 Ctrl+L 并输入文字，或说出一样东西</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>Nothing is written like that</source>
        <translation>没有这样写的地方</translation>
    </message>
    <message>
        <source>If it is a thing, let the model look for it: Ctrl+Enter</source>
        <translation>如果它是一样东西，让模型来找：Ctrl+回车</translation>
    </message>
    <message>
        <source>The model sees none on page %1</source>
        <translation>模型在第 %1 页上没有看到</translation>
    </message>
    <message numerus="yes">
        <source>The model sees %n on page %1</source>
        <translation>
            <numerusform>模型在第 %1 页上看到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found – Ctrl+Enter asks the model</source>
        <translation>没有找到 – 按 Ctrl+回车询问模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main_window::MainWindow</name>
    <message>
        <source>&amp;See how it works</source>
        <translation>看看它如何工作(&amp;S)</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>录制演示：%1</translation>
    </message>
    <message>
        <source>%1. No model reads here: a recorded answer is played at its own pace.</source>
        <translation>%1。这里没有模型在识读：录制的答案按其原有速度播放。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>再播放一次</translation>
    </message>
    <message>
        <source>Documents and projects (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 *.heic *.recto);;All files (*)</source>
        <translation>文档和项目 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 *.heic *.recto);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is open in another window</source>
        <translation>%1 已在另一个窗口中打开</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking into %1…</source>
        <translation>正在查看 %1…</translation>
    </message>
    <message>
        <source>There is no document in %1</source>
        <translation>%1 中没有文档</translation>
    </message>
    <message>
        <source>Name a PDF or a picture, or a folder that holds some</source>
        <translation>请指定 PDF 或图片，或包含它们的文件夹</translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation>文件夹 %1 中</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard</source>
        <translation>剪贴板中没有图片，也没有文件</translation>
    </message>
    <message>
        <source>Keeping the picture…</source>
        <translation>正在保存图片…</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1：%2；%3</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 is locked. Its password:</source>
        <translation>%1 已加密。密码：</translation>
    </message>
    <message>
        <source>The document of %1 is not at %2 any more</source>
        <translation>%1 的文档已不在 %2</translation>
    </message>
    <message>
        <source>What was read of it is safe in the project</source>
        <translation>已读出的内容安全地保存在项目中</translation>
    </message>
    <message>
        <source>Find the document…</source>
        <translation>查找文档…</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Projects (*.recto)</source>
        <translation>项目 (*.recto)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Markdown (*.md);;Word (*.docx);;Web page (*.html);;Plain text (*.txt);;JSON (*.json)</source>
        <translation>Markdown (*.md);;Word (*.docx);;网页 (*.html);;纯文本 (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>定位(&amp;L)…</translation>
    </message>
    <message>
        <source>Locate &amp;others like this</source>
        <translation>定位其他类似的(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous place</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Ask the model on this page</source>
        <translation>在本页询问模型(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy the text found</source>
        <translation>复制找到的文字(&amp;C)</translation>
    </message>
    <message>
        <source>Copy its p&amp;icture</source>
        <translation>复制其图片(&amp;I)</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>识读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Locate</source>
        <translation>定位(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste as document</source>
        <translation>粘贴为文档(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>The project could not be saved</source>
        <translation>项目无法保存</translation>
    </message>
    <message>
        <source>Everything is saved in %1</source>
        <translation>全部内容已保存在 %1</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close document</source>
        <translation>关闭文档(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy this block</source>
        <translation>复制此内容块(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find in the source…</source>
        <translation>在源文本中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>R&amp;eplace in the source…</source>
        <translation>在源文本中替换(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>The block was copied</source>
        <translation>已复制内容块</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>适合页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Boxes over the page</source>
        <translation>页面上的方框(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Reading order</source>
        <translation>阅读顺序(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Choose blocks</source>
        <translation>选择内容块(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Move the page</source>
        <translation>移动页面(&amp;M)</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>审阅(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>准备(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Side panels</source>
        <translation>侧边面板(&amp;S)</translation>
    </message>
    <message>
        <source>Reading &amp;queue</source>
        <translation>识读队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>下一个窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>上一页(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>下一页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>第一页(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>最后一页(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>转到页面(&amp;G)…</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Read &amp;page</source>
        <translation>识读本页(&amp;P)</translation>
    </message>
    <message>
        <source>Read &amp;from here on</source>
        <translation>从这里开始识读(&amp;F)</translation>
    </message>
    <message>
        <source>Read &amp;all pages</source>
        <translation>识读所有页面(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;try failed pages</source>
        <translation>重试失败的页面(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;How this page is read…</source>
        <translation>本页的识读方式(&amp;H)…</translation>
    </message>
    <message>
        <source>Read this page &amp;with</source>
        <translation>识读本页，使用(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Text of the file</source>
        <translation>文件中的文本(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;esseract</source>
        <translation>Tesseract(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;DeepSeek-OCR</source>
        <translation>DeepSeek-OCR(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;All actions…</source>
        <translation>所有操作(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>About &amp;Recto</source>
        <translation>关于 Recto(&amp;R)</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>识读结果</translation>
    </message>
    <message>
        <source>Parse</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Read an &amp;area again…</source>
        <translation>重新识读一个区域(&amp;A)…</translation>
    </message>
    <message>
        <source>Read this &amp;block again…</source>
        <translation>重新识读此内容块(&amp;B)…</translation>
    </message>
    <message>
        <source>Locate others like this</source>
        <translation>查找同类</translation>
    </message>
    <message>
        <source>Put tasks &amp;to</source>
        <translation>任务用于(&amp;T)</translation>
    </message>
    <message>
        <source>This &amp;page</source>
        <translation>本页(&amp;P)</translation>
    </message>
    <message>
        <source>The &amp;selected pages</source>
        <translation>所选页面(&amp;S)</translation>
    </message>
    <message>
        <source>A &amp;rectangle to draw</source>
        <translation>画出的矩形(&amp;R)</translation>
    </message>
    <message>
        <source>The whole &amp;document</source>
        <translation>整个文档(&amp;D)</translation>
    </message>
    <message>
        <source>Asks: %1</source>
        <translation>提问：%1</translation>
    </message>
    <message>
        <source>Locate others like “%1”</source>
        <translation>定位其他类似“%1”的</translation>
    </message>
    <message>
        <source>The file has changed since it was read</source>
        <translation>文件在识读之后有改动</translation>
    </message>
    <message>
        <source>The text below is of the older file</source>
        <translation>这里的文字属于旧文件</translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation>全部重新识读</translation>
    </message>
    <message>
        <source>Keep the text</source>
        <translation>保留文字</translation>
    </message>
    <message>
        <source>Nothing is saved until then: %1</source>
        <translation>在此之前不会保存任何内容：%1</translation>
    </message>
    <message>
        <source>Your work is kept apart from it, in %1</source>
        <translation>您的工作另外保存在 %1</translation>
    </message>
    <message>
        <source>Everything is saved again</source>
        <translation>全部内容已重新保存</translation>
    </message>
    <message>
        <source>From now on the project is kept in %1</source>
        <translation>从现在起项目保存在 %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <comment>minutes:seconds</comment>
        <translation>剩余 %1:%2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>剩余 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 页</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source> – %1</source>
        <translation> – %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read with Tesseract</source>
        <translation>用 Tesseract 识读</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>G&amp;o on</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>已暂停，%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n 页无法识读</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>正在识读第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source> · %1 pages/s</source>
        <translation> · 每秒 %1 页</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>Pages without usable text are read by it</source>
        <translation>没有可用文本的页面由它识读</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Memory of this window, without page workers, engine and web view</source>
        <translation>本窗口的内存，不含页面进程、引擎和网页视图</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Pictures of pages are sent to this server, which you chose in the settings</source>
        <translation>页面图片会发送到您在设置中选择的这台服务器</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>没有任何内容离开本机</translation>
    </message>
    <message>
        <source>No model is installed: see Settings</source>
        <translation>没有安装模型：请看设置</translation>
    </message>
    <message>
        <source>Pictures of pages are read by the server %1.</source>
        <translation>页面图片由服务器 %1 识读。</translation>
    </message>
    <message>
        <source>DeepSeek-OCR is installed and will read.</source>
        <translation>已安装 DeepSeek-OCR，由它识读。</translation>
    </message>
    <message>
        <source>No model is installed: Tesseract will read.</source>
        <translation>没有安装模型：由 Tesseract 识读。</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>识读本页</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>全部识读</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Cannot open %1: %2</source>
        <translation>无法打开“%1”：%2</translation>
    </message>
</context>
<context>
    <name>main_window::NoticeBar</name>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>main_window::ProjectKeeper</name>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>choose another folder; the project is kept where it was</source>
        <translation>请选择其他文件夹；项目仍在原处</translation>
    </message>
</context>
<context>
    <name>main_window::ReviewControl</name>
    <message>
        <source>No table was seen there.</source>
        <translation>这里没有看到表格。</translation>
    </message>
    <message>
        <source>Nothing was read there.</source>
        <translation>这里没有读出任何内容。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Drag a rectangle over what is to be read again</source>
        <translation>在要重新识读的内容上拖出一个矩形</translation>
    </message>
    <message>
        <source>Read this again</source>
        <translation>重新识读这里</translation>
    </message>
    <message>
        <source>DeepSeek-OCR</source>
        <translation>DeepSeek-OCR</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>作为表格</translation>
    </message>
    <message>
        <source>As a formula</source>
        <translation>作为公式</translation>
    </message>
    <message>
        <source>As a figure</source>
        <translation>作为插图</translation>
    </message>
    <message>
        <source>%1 (no model is installed)</source>
        <translation>%1（没有安装模型）</translation>
    </message>
    <message>
        <source>Tesseract</source>
        <translation>Tesseract</translation>
    </message>
    <message>
        <source>Tesseract, %1</source>
        <translation>Tesseract, %1</translation>
    </message>
    <message>
        <source>as the page</source>
        <translation>与页面相同</translation>
    </message>
    <message>
        <source>At a higher resolution</source>
        <translation>用更高的分辨率</translation>
    </message>
    <message>
        <source>Reading with %1…</source>
        <translation>正在用 %1 识读…</translation>
    </message>
    <message>
        <source>A table is read again as a whole: draw the rectangle around all of it</source>
        <translation>表格要整体重新识读：请用矩形框住整个表格</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新识读</translation>
    </message>
    <message>
        <source>Taken from %1; Undo brings the old words back</source>
        <translation>已采用 %1 的结果；“撤销”可恢复原来的文字</translation>
    </message>
    <message>
        <source>Drag a rectangle: %1</source>
        <translation>拖出一个矩形：%1</translation>
    </message>
    <message>
        <source>%1 – part of page %2</source>
        <translation>%1 – 第 %2 页的一部分</translation>
    </message>
    <message>
        <source>%1 – page %2</source>
        <translation>%1 – 第 %2 页</translation>
    </message>
    <message>
        <source>This task needs DeepSeek-OCR. Install the model, or name a server in the settings; Tesseract only reads.</source>
        <translation>这项任务需要 DeepSeek-OCR。请安装模型，或在设置中指定服务器；Tesseract 只能识读。</translation>
    </message>
    <message>
        <source>Asking: %1…</source>
        <translation>正在询问：%1…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) still to be answered…</source>
        <translation>
            <numerusform>还有 %n 个问题待回答…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 places)</source>
        <translation>%1（%2 处）</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答是空的。</translation>
    </message>
</context>
<context>
    <name>main_window::Session</name>
    <message>
        <source>Read as a picture: the file is one</source>
        <translation>作为图片识读：文件本身就是图片</translation>
    </message>
</context>
<context>
    <name>main_window::StartPage</name>
    <message>
        <source>Drop a PDF, a scan or a photo here</source>
        <translation>把 PDF、扫描件或照片拖到这里</translation>
    </message>
    <message>
        <source>Its pages are read at once, the first one first. Nothing leaves this computer, and your file is never changed.</source>
        <translation>页面会立即识读，从第一页开始。没有任何内容离开本机，您的文件绝不会被改动。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>最近的文档</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>a file&apos;s name and its folder</comment>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>main_window::StatusLine</name>
    <message>
        <source>Reading progress</source>
        <translation>识读进度</translation>
    </message>
</context>
<context>
    <name>page_view::BlockBar</name>
    <message>
        <source>What can be done with this block</source>
        <translation>可对此内容块进行的操作</translation>
    </message>
</context>
<context>
    <name>page_view::PageCanvas</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Drawing the page…</source>
        <translation>正在绘制页面…</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
</context>
<context>
    <name>page_view::PageStrip</name>
    <message>
        <source>Decide by what the page is</source>
        <translation>根据页面情况决定</translation>
    </message>
    <message>
        <source>Keep the text of the file</source>
        <translation>保留文件中的文本</translation>
    </message>
    <message>
        <source>Read the picture with Tesseract</source>
        <translation>用 Tesseract 识读图片</translation>
    </message>
    <message>
        <source>Read the picture with DeepSeek-OCR</source>
        <translation>用 DeepSeek-OCR 识读图片</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Click for another way to read this page</source>
        <translation>点击可换一种方式识读本页</translation>
    </message>
    <message>
        <source>%1.
%2.</source>
        <translation>%1。
%2。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未识读</translation>
    </message>
    <message>
        <source>Being played from a recording</source>
        <translation>正在播放录制</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>Being read by %1</source>
        <translation>正在由 %1 识读</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法识读</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Text kept</source>
        <translation>保留文本</translation>
    </message>
    <message>
        <source>Played from a recording</source>
        <translation>来自录制</translation>
    </message>
    <message>
        <source>Picture read by %1</source>
        <translation>图片由 %1 识读</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1，部分</translation>
    </message>
</context>
<context>
    <name>pages::PagesModel</name>
    <message>
        <source>not read yet</source>
        <translation>尚未识读</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在识读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已识读</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>部分识读</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法识读</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Page %1, %2</source>
        <translation>第 %1 页，%2</translation>
    </message>
</context>
<context>
    <name>pages::PagesPanel</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>preview::ParsePreview</name>
    <message>
        <source>Figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Rendered parse</source>
        <translation>排版后的识读结果</translation>
    </message>
    <message>
        <source>The rendered parse cannot be shown: a part of Recto is missing. Install Recto anew; meanwhile the source shows the same text.</source>
        <translation>无法显示排版后的结果：Recto 缺少一个组件。请重新安装 Recto；在此期间可在“源文本”中查看同样的文字。</translation>
    </message>
</context>
<context>
    <name>review::AnswersPanel</name>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Nothing was asked yet. Choose a task in the Tools menu.</source>
        <translation>还没有提出问题。请在“工具”菜单中选择一项任务。</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>复制这个回答</translation>
    </message>
    <message>
        <source>Close this answer</source>
        <translation>关闭这个回答</translation>
    </message>
</context>
<context>
    <name>review::CandidateBar</name>
    <message>
        <source>Read again</source>
        <translation>重新识读</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Put these words in place of the old ones (Enter)</source>
        <translation>用这些文字替换原来的（回车）</translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation>下一个候选</translation>
    </message>
    <message>
        <source>Look at the next candidate (Tab)</source>
        <translation>查看下一个候选（Tab）</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>换一种方式…</translation>
    </message>
    <message>
        <source>Read it in another way as well</source>
        <translation>再用另一种方式识读</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 – candidate %2 of %3</source>
        <translation>%1 – 候选 %2 / %3</translation>
    </message>
    <message>
        <source>Nothing was read there.</source>
        <translation>这里没有读出任何内容。</translation>
    </message>
    <message>
        <source>It reads the same: %1</source>
        <translation>读出的结果相同：%1</translation>
    </message>
</context>
<context>
    <name>ui_locate::Finder</name>
    <message>
        <source>No model is installed that knows things; text is found without one</source>
        <translation>没有安装认识物体的模型；文字不用模型也能找到</translation>
    </message>
    <message>
        <source>Install DeepSeek-OCR or name a server in the settings</source>
        <translation>请安装 DeepSeek-OCR，或在设置中指定服务器</translation>
    </message>
</context>
<context>
    <name>ui_locate::LocateBar</name>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处（Shift+回车）</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处（回车）</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Words, or a thing on the page: “red stamp”</source>
        <translation>文字，或页面上的东西：“红色印章”</translation>
    </message>
    <message>
        <source>What to locate</source>
        <translation>要定位什么</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>Let the model look for it on this page (Ctrl+Enter)</source>
        <translation>让模型在本页上寻找（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>ui_locate::PlacesModel</name>
    <message>
        <source>Page %1 · %2</source>
        <translation>第 %1 页 · %2</translation>
    </message>
    <message>
        <source>Page %1, %2: %3</source>
        <translation>第 %1 页，%2：%3</translation>
    </message>
</context>
<context>
    <name>ui_locate::ResultsView</name>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
</context>
</TS>
