// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/parse_preview.h"

#include "app/markdown/transcript_parser.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <gtest/gtest.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; far beyond what starting Chromium takes

document::Page pageOf(const QString &transcript)
{
    document::Page page;
    page.status = document::PageStatus::Ok;
    page.blocks = markdown::parseTranscript(transcript, markdown::Grammar::Labels, 1);
    return page;
}

QString block(const QString &label, const QString &body)
{
    return u"<|ref|>%1<|/ref|><|det|>[[10, 10, 900, 90]]<|/det|>\n%2\n\n"_s.arg(label, body);
}

/// One web view for all tests: starting Chromium takes longer than all of them.
class Preview : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_preview = new preview::ParsePreview;
        s_preview->resize(700, 800);
        s_preview->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(s_preview));
        s_preview->start();
        ASSERT_TRUE(QTest::qWaitFor([] { return s_preview->isReady(); }, patience));
    }
    static void TearDownTestSuite() { delete s_preview; }

    static void show(const document::Page &page)
    {
        static int pageIndex = 0;
        s_preview->setPage(++pageIndex, page);
    }
    /// What a script of ours says about the page as it stands.
    static QVariant ask(const QString &script)
    {
        QVariant answer;
        bool hasAnswer = false;
        s_preview->findChild<QWebEngineView *>()->page()->runJavaScript(script, [&](const QVariant &value) {
            answer = value;
            hasAnswer = true;
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return hasAnswer; }, patience));
        return answer;
    }
    static int count(const QString &selector)
    {
        return ask(u"document.querySelectorAll(`#page %1`).length"_s.arg(selector)).toInt();
    }

    static preview::ParsePreview *s_preview;
};

preview::ParsePreview *Preview::s_preview = nullptr;

} // namespace

TEST_F(Preview, headingsListsTablesFormulasAndCodeAreWhatTheyAre)
{
    show(pageOf(block(u"title"_s, u"# A title"_s) + block(u"text"_s, u"- one\n- two"_s)
        + block(u"table"_s, u"<table><tr><td colspan=\"2\">head</td></tr><tr><td>1</td><td>2</td></tr></table>"_s)
        + block(u"equation"_s, u"\\[ x^2 + \\frac{1}{2} \\]"_s) + block(u"text"_s, u"```\nint main()\n```"_s)));
    EXPECT_EQ(count(u"h1"_s), 1);
    EXPECT_EQ(count(u"li"_s), 2);
    EXPECT_EQ(count(u"[colspan='2']"_s), 1);
    EXPECT_EQ(count(u".katex-display"_s), 1);
    EXPECT_EQ(count(u"code"_s), 1);
}

TEST_F(Preview, blocksThatDidNotChangeKeepTheirElements)
{
    document::Page page = pageOf(block(u"text"_s, u"first"_s) + block(u"text"_s, u"second"_s));
    show(page);
    ask(u"document.querySelector('#page').firstChild.kept = 'yes'"_s);
    page.blocks[1].markdown = page.blocks[1].text = u"changed"_s;
    s_preview->setPage(1000, page); // another page number, the same block ids: still patched
    EXPECT_EQ(ask(u"document.querySelector('#page').firstChild.kept"_s).toString(), u"yes"_s);
    EXPECT_EQ(ask(u"document.querySelector('#page').lastChild.textContent.trim()"_s).toString(), u"changed"_s);
}

TEST_F(Preview, theBlockThatIsBeingReadIsOutlined)
{
    document::Page page = pageOf(block(u"text"_s, u"first"_s) + block(u"text"_s, u"second"_s));
    page.status = document::PageStatus::Reading;
    show(page);
    EXPECT_EQ(ask(u"document.querySelector('.newest').textContent.trim()"_s).toString(), u"second"_s);
    page.status = document::PageStatus::Ok;
    s_preview->setPage(2000, page);
    EXPECT_EQ(count(u".newest"_s), 0);
}

TEST_F(Preview, theViewGoesWithTheReadingAndInTheEndBackToTheTopUnlessThePersonScrolled)
{
    QString paragraphs;
    for (int i = 0; i < 60; ++i)
        paragraphs += block(u"text"_s, u"a paragraph of the page that is being read"_s);
    document::Page page = pageOf(paragraphs);
    const auto read = [&](int pageIndex, const QString &meanwhile) {
        page.status = document::PageStatus::Reading;
        s_preview->setPage(pageIndex, page);
        EXPECT_GT(ask(u"scrollY"_s).toInt(), 100);
        ask(meanwhile);
        page.status = document::PageStatus::Ok;
        s_preview->setPage(pageIndex, page);
        return ask(u"scrollY"_s).toInt();
    };
    EXPECT_EQ(read(3001, {}), 0);
    EXPECT_GT(read(3002, u"dispatchEvent(new WheelEvent('wheel'))"_s), 100);
}

TEST_F(Preview, aWordIsLitAndAClickTellsWhichOne)
{
    const document::Page page = pageOf(block(u"text"_s, u"the cat and the dog"_s));
    show(page);
    s_preview->highlight(page.blocks[0].id, u"the"_s, 1);
    EXPECT_EQ(ask(u"[...CSS.highlights.get('word')][0].startOffset"_s).toInt(), 12);
    QSignalSpy clicked(s_preview, &preview::ParsePreview::blockClicked);
    ask(uR"js((() => {
        const range = new Range(), node = document.querySelector('#page').firstChild;
        const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
        range.setStart(text, 12); range.setEnd(text, 15);
        const box = range.getBoundingClientRect();
        node.dispatchEvent(new MouseEvent('click', { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true }));
    })())js"_s);
    ASSERT_TRUE(clicked.count() > 0 || clicked.wait(patience));
    EXPECT_EQ(clicked.first().value(1).toString(), u"the"_s);
    EXPECT_EQ(clicked.first().value(2).toInt(), 1);
}

TEST_F(Preview, hostileTextRunsNothingLoadsNothingAndReachesNobody)
{
    QTcpServer server; // whoever calls out is heard here
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    const QString url = u"http://127.0.0.1:%1/"_s.arg(server.serverPort());
    const QTemporaryDir folder;
    QFile secret(folder.filePath(u"secret.txt"_s));
    ASSERT_TRUE(secret.open(QIODevice::WriteOnly));
    secret.write("secret words");
    secret.close();
    const QString file = QUrl::fromLocalFile(secret.fileName()).toString();
    const QStringList hostile{
        u"<script>document.title = 'run'; fetch('%1')</script>"_s,
        u"<img src=x onerror=\"document.title = 'run'; fetch('%1')\">"_s,
        u"<img src=\"%1a.png\">"_s,
        u"![picture](%1b.png)"_s,
        u"<iframe src=\"%1\"></iframe><object data=\"%1\"></object><embed src=\"%1\">"_s,
        u"<meta http-equiv=\"refresh\" content=\"0;url=%1\">"_s,
        u"<svg onload=\"document.title = 'run'\"><image href=\"%1c.svg\"/><script>document.title = 'run'</script></svg>"_s,
        u"<style>body { background: url(%1d.png) } @import '%1e.css';</style>"_s,
        u"<p style=\"background-image: url('%1f.png')\">styled</p>"_s,
        u"<link rel=\"stylesheet\" href=\"%1g.css\"><base href=\"%1\">"_s,
        u"<iframe src=\"%2\"></iframe><img src=\"%2\">"_s,
        u"<a href=\"javascript:document.title='run'\">click</a> [click](javascript:document.title='run')"_s,
        u"<iframe srcdoc=\"<script>parent.document.title='run'</script>\"></iframe>"_s,
        u"<img src=\"data:image/svg+xml,%3Csvg onload='document.title=1'%3E\"> [x](data:text/html,<script>1</script>)"_s,
        u"\\( \\href{javascript:document.title='run'}{x} \\) \\( \\includegraphics{%1h.png} \\) \\( \\url{%1} \\)"_s,
        u"\\( \\htmlData{a=b}{x} \\htmlStyle{background:url(%1i.png)}{y} \\)"_s,
        u"<form action=\"%1\"><button autofocus onfocus=\"document.title='run'\">b</button></form>"_s,
        u"<video src=\"%1j.mp4\" autoplay></video><audio src=\"%1k.ogg\" autoplay></audio>"_s,
        u"<math><maction actiontype=\"statusline\" xlink:href=\"javascript:document.title='run'\">x</maction></math>"_s,
        u"<details open ontoggle=\"document.title='run'\">d</details>"_s,
        u"[link](%1l) <a href=\"%1m\" ping=\"%1n\">m</a>"_s,
        u"<link rel=\"prefetch\" href=\"%1o\"><link rel=\"preconnect\" href=\"%1\"><link rel=\"modulepreload\" href=\"%1p.js\">"_s,
        u"<link rel=\"dns-prefetch\" href=\"//recto-test.invalid\"><link rel=\"prerender\" href=\"%1q\"><link rel=\"manifest\" href=\"%1r\">"_s,
        u"<picture><source srcset=\"%1s.png 1x\"><img srcset=\"%1t.png 1x, %1u.png 2x\"></picture>"_s,
        u"<table background=\"%1v.png\"><tr><td background=\"%1w.png\">cell</td></tr></table>"_s,
        u"<input type=\"image\" src=\"%1x.png\"><video poster=\"%1y.png\"><track src=\"%1z.vtt\"></video>"_s,
        u"<svg><use href=\"%1aa.svg#a\"/><foreignObject><iframe src=\"%1\"></iframe></foreignObject></svg>"_s,
        u"<script type=\"module\">import '%1ab.js'; new WebSocket('%1'.replace('http', 'ws'))</script>"_s,
        u"<portal src=\"%1\"></portal><frameset><frame src=\"%1\"></frameset><applet code=\"%1\"></applet>"_s,
        u"<p><noscript><p title=\"</noscript><img src=%1ac onerror=document.title='run'>\">m</p>"_s,
        u"<template><img src=\"%1ad.png\"></template><style>@font-face { font-family: f; src: url(%1ae) }</style>"_s,
    };
    QString transcript;
    for (const QString &one : hostile) {
        QString text = one;
        text.replace(u"%1"_s, url).replace(u"%2"_s, file);
        transcript += block(u"text"_s, text) + block(u"table"_s, u"<table><tr><td>"_s + text + u"</td></tr></table>"_s);
    }
    document::Page page = pageOf(transcript);
    // Even what would come past the parser is thinned before it is shown.
    document::Block raw;
    raw.id = u"p1-raw"_s;
    raw.type = u"text\" onclick=\"document.title='run'"_s;
    raw.markdown = QString(hostile.join(u"\n\n"_s)).replace(u"%1"_s, url).replace(u"%2"_s, file);
    raw.html = QString(raw.markdown);
    page.blocks.append(raw);
    show(page);

    EXPECT_GT(count(u".block"_s), 20);
    const QString foreign
        = u"script, iframe, object, embed, meta, svg, style, link, base, form, button, video, audio, img, input, "
          u"picture, source, "
          "portal, frame, template, noscript, [background], [srcset], [style*='url('], .katex a[href]"_s;
    EXPECT_EQ(ask(u"[...document.querySelectorAll('#page :is(%1)')].map(e => e.outerHTML).join('; ')"_s.arg(foreign))
                  .toString()
                  .toStdString(),
        "");
    EXPECT_EQ(
        ask(u"[...document.querySelectorAll('#page *')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"_s)
            .toInt(),
        0);
    EXPECT_EQ(
        ask(u"[...document.querySelectorAll('#page a')].filter(a => !/^(https?|mailto):/.test(a.getAttribute('href'))).length"_s)
            .toInt(),
        0);
    // Scripts of the page itself are what the policy must hold against, should anything ever come through: even they reach nobody.
    ask(u"new Promise(done => { const i = new Image(); i.onerror = i.onload = done; i.src = '%1policy.png' }); 1"_s.arg(
        url));
    ask(u"fetch('%1policy').catch(() => 0); 1"_s.arg(url));
    ask(u"fetch('%1').catch(() => 0); 1"_s.arg(file));
    ask(u"navigator.sendBeacon('%1beacon'); 1"_s.arg(url));
    ask(u"try { new WebSocket('%1'.replace('http', 'ws')) } catch (refused) { } 1"_s.arg(url));
    ask(u"try { new EventSource('%1events') } catch (refused) { } 1"_s.arg(url));
    ask(u"try { new Worker('%1worker.js') } catch (refused) { } 1"_s.arg(url));
    ask(u"for (const rel of ['stylesheet', 'prefetch', 'preconnect', 'dns-prefetch', 'modulepreload']) { const l = document.createElement('link'); l.rel = rel; l.href = '%1link'; document.head.append(l) } 1"_s
            .arg(url));
    ask(u"const frame = document.createElement('iframe'); frame.src = '%1frame'; document.body.append(frame); 1"_s.arg(
        url));
    ask(u"const form = document.createElement('form'); form.action = '%1form'; document.body.append(form); form.submit(); 1"_s
            .arg(url));
    ask(u"window.open('%1'); location.href = '%1'; 1"_s.arg(url));
    EXPECT_FALSE(server.waitForNewConnection(1500)); // time enough for a call to the loopback
    EXPECT_NE(ask(u"document.title"_s).toString(), u"run"_s);
    EXPECT_EQ(s_preview->findChild<QWebEngineView *>()->url(), QUrl(u"qrc:/preview/preview.html"_s));
    EXPECT_FALSE(ask(u"document.body.textContent"_s).toString().contains(u"secret words"_s));
}

TEST_F(Preview, aWebProcessThatEndsIsStartedAnewAndShowsThePageAgain)
{
    show(pageOf(block(u"text"_s, u"here before and after"_s)));
    const qint64 process = s_preview->findChild<QWebEngineView *>()->page()->renderProcessPid();
    ASSERT_GT(process, 0);
    QSignalSpy ready(s_preview, &preview::ParsePreview::ready);
    ASSERT_EQ(::kill(pid_t(process), SIGKILL), 0);
    ASSERT_TRUE(ready.wait(patience));
    EXPECT_TRUE(QTest::qWaitFor(
        [] { return ask(u"document.body.innerText"_s).toString().contains(u"here before and after"_s); }, patience));
    EXPECT_NE(s_preview->findChild<QWebEngineView *>()->page()->renderProcessPid(), process);
}

TEST(PreviewAlone, saysSoWhereTheWebEngineIsNotThere)
{
    const QByteArray program = qgetenv("RECTO_PROGRAM");
    qputenv("RECTO_PROGRAM", "/nowhere/recto");
    preview::ParsePreview lonely;
    lonely.start();
    qputenv("RECTO_PROGRAM", program);
    const auto *sorry = lonely.findChild<QLabel *>();
    ASSERT_NE(sorry, nullptr);
    EXPECT_TRUE(sorry->text().contains(u"Install Recto anew"_s)) << sorry->text().toStdString();
    lonely.setPage(0, pageOf(block(u"text"_s, u"still harmless"_s)));
    lonely.highlight(u"1-1"_s);
    lonely.setZoomFactor(2);
}
