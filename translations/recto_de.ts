<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Answer</name>
    <message>
        <source>%1 sent an answer far too long for a page</source>
        <translation>%1 hat eine Antwort gesandt, die für eine Seite viel zu lang ist</translation>
    </message>
    <message>
        <source>%1 answered with a web page</source>
        <translation>%1 hat mit einer Webseite geantwortet</translation>
    </message>
    <message>
        <source>%1 answered with %2, which is no transcript</source>
        <translation>%1 hat mit %2 geantwortet, das ist keine Lesung</translation>
    </message>
    <message>
        <source>the answer of %1 makes no sense</source>
        <translation>die Antwort von %1 ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>check the model, or read the page with another reader (--reader)</source>
        <translation>prüfen Sie das Modell, oder lesen Sie die Seite mit einem anderen Leser (--reader)</translation>
    </message>
    <message>
        <source>check that the address (--engine) belongs to an OpenAI-compatible server</source>
        <translation>prüfen Sie, ob die Adresse (--engine) zu einem OpenAI-kompatiblen Server gehört</translation>
    </message>
</context>
<context>
    <name>AskServer</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>choose another, or leave the field empty if the server asks for no key</source>
        <translation>wählen Sie eine andere, oder lassen Sie das Feld leer, wenn der Server keinen Schlüssel verlangt</translation>
    </message>
    <message>
        <source>the key file cannot be used: %1</source>
        <translation>die Schlüsseldatei ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>there is no key in the first line of the key file</source>
        <translation>in der ersten Zeile der Schlüsseldatei steht kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 answers, but has no model to read with</source>
        <translation>%1 antwortet, hat aber kein Modell zum Lesen</translation>
    </message>
    <message>
        <source>load DeepSeek-OCR there, and test again</source>
        <translation>laden Sie dort DeepSeek-OCR, und prüfen Sie noch einmal</translation>
    </message>
    <message>
        <source>%1 has no model “%2”</source>
        <translation>%1 hat kein Modell „%2“</translation>
    </message>
    <message>
        <source>write one of these behind the # of the address: %1</source>
        <translation>schreiben Sie hinter das # der Adresse eines von diesen: %1</translation>
    </message>
    <message>
        <source>%1 has several models (%2)</source>
        <translation>%1 hat mehrere Modelle (%2)</translation>
    </message>
    <message>
        <source>write the one to read with behind the address, as in %1#%2</source>
        <translation>schreiben Sie das gewünschte hinter die Adresse, etwa %1#%2</translation>
    </message>
    <message>
        <source>The server answers; pages will be read with %1.</source>
        <translation>Der Server antwortet; Seiten werden mit %1 gelesen.</translation>
    </message>
    <message>
        <source>the server&apos;s address is missing</source>
        <translation>die Adresse des Servers fehlt</translation>
    </message>
    <message>
        <source>write it above, as in http://workstation:8000</source>
        <translation>schreiben Sie sie oben hin, etwa http://workstation:8000</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>it may still be starting: test again in a while, or check the address</source>
        <translation>vielleicht startet er noch: prüfen Sie später noch einmal, oder prüfen Sie die Adresse</translation>
    </message>
</context>
<context>
    <name>AtomicFile</name>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>choose another folder (-o), or replace it (--force)</source>
        <translation>wählen Sie einen anderen Ordner (-o), oder ersetzen Sie es (--force)</translation>
    </message>
    <message>
        <source>the disk is full while writing %1</source>
        <translation>die Platte ist voll beim Schreiben von %1</translation>
    </message>
    <message>
        <source>free some space, or choose another folder (-o)</source>
        <translation>schaffen Sie Platz, oder wählen Sie einen anderen Ordner (-o)</translation>
    </message>
    <message>
        <source>%1 cannot be written there</source>
        <translation>%1 kann dort nicht geschrieben werden</translation>
    </message>
    <message>
        <source>choose a folder that you may write (-o)</source>
        <translation>wählen Sie einen Ordner, den Sie beschreiben dürfen (-o)</translation>
    </message>
    <message>
        <source>the name of %1 is too long</source>
        <translation>der Name von %1 ist zu lang</translation>
    </message>
    <message>
        <source>rename the source, or choose another folder (-o)</source>
        <translation>benennen Sie die Quelle um, oder wählen Sie einen anderen Ordner (-o)</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 ist ein Ordner</translation>
    </message>
    <message>
        <source>choose another folder (-o)</source>
        <translation>wählen Sie einen anderen Ordner (-o)</translation>
    </message>
    <message>
        <source>%1 could not be written (%2)</source>
        <translation>%1 konnte nicht geschrieben werden (%2)</translation>
    </message>
</context>
<context>
    <name>BlockNames</name>
    <message>
        <source>Heading %1</source>
        <translation>Überschrift %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Caption of a picture</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Caption of a table</source>
        <translation>Tabellenüberschrift</translation>
    </message>
    <message>
        <source>Note of a table</source>
        <translation>Anmerkung zur Tabelle</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Fußnote</translation>
    </message>
    <message>
        <source>Page header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Page footer</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Literaturangabe</translation>
    </message>
</context>
<context>
    <name>DigitizePage</name>
    <message>
        <source>Chosen by hand</source>
        <translation>Von Hand gewählt</translation>
    </message>
    <message>
        <source>Read as a picture: the task asks for what it shows</source>
        <translation>Als Bild gelesen: die Aufgabe fragt, was es zeigt</translation>
    </message>
    <message>
        <source>Read as a picture: the file is one</source>
        <translation>Als Bild gelesen: die Datei ist eines</translation>
    </message>
    <message>
        <source>a picture has no text layer</source>
        <translation>ein Bild hat keine Textebene</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer is damaged</source>
        <translation>Als Bild gelesen: die Textebene ist beschädigt</translation>
    </message>
    <message>
        <source>the page has no text layer</source>
        <translation>die Seite hat keine Textebene</translation>
    </message>
    <message>
        <source>%1; read by %2, mode: the server&apos;s</source>
        <translation>%1; gelesen von %2, Modus: der des Servers</translation>
    </message>
    <message>
        <source>its end repeats itself and should be looked at</source>
        <translation>das Ende wiederholt sich und sollte angesehen werden</translation>
    </message>
    <message>
        <source>the text went on past the page&apos;s ink; read again: %1</source>
        <translation>der Text lief über die Tinte der Seite hinaus; noch einmal gelesen: %1</translation>
    </message>
    <message>
        <source>the text repeated itself; read again: %1</source>
        <translation>der Text wiederholte sich; noch einmal gelesen: %1</translation>
    </message>
    <message>
        <source>the text was longer than the longest answer; read again: %1</source>
        <translation>der Text war länger als die längste Antwort; noch einmal gelesen: %1</translation>
    </message>
    <message>
        <source>text that went on where no ink was left is cut off</source>
        <translation>Text, der weiterlief, wo keine Tinte mehr war, ist abgeschnitten</translation>
    </message>
    <message>
        <source>the reader began to repeat itself; the text before that was kept</source>
        <translation>der Leser begann sich zu wiederholen; der Text davor wurde behalten</translation>
    </message>
    <message>
        <source>the page is longer than the reader&apos;s longest answer; its end is missing</source>
        <translation>die Seite ist länger als die längste Antwort des Lesers; ihr Ende fehlt</translation>
    </message>
    <message>
        <source>read the page again with another reader or mode</source>
        <translation>lesen Sie die Seite mit einem anderen Leser oder Modus noch einmal</translation>
    </message>
    <message>
        <source>its pictures were not parsed, which needs DeepSeek-OCR</source>
        <translation>ihre Bilder wurden nicht ausgewertet, das braucht DeepSeek-OCR</translation>
    </message>
    <message>
        <source>read it with another reader (--reader auto)</source>
        <translation>lesen Sie es mit einem anderen Leser (--reader auto)</translation>
    </message>
</context>
<context>
    <name>EmptyParse</name>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Its text stands here as soon as the page is read.</source>
        <translation>Ihr Text steht hier, sobald die Seite gelesen ist.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>The text appears here as it is read.</source>
        <translation>Der Text erscheint hier, während er gelesen wird.</translation>
    </message>
    <message>
        <source>There is no text on this page</source>
        <translation>Auf dieser Seite steht kein Text</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>Diese Seite konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>What happened stands over the page, with other ways to read it.</source>
        <translation>Was geschehen ist, steht über der Seite, dazu andere Wege, sie zu lesen.</translation>
    </message>
</context>
<context>
    <name>EngineAddress</name>
    <message>
        <source>the engine</source>
        <translation>die Engine</translation>
    </message>
    <message>
        <source>“%1” is no address of a server</source>
        <translation>„%1“ ist keine Adresse eines Servers</translation>
    </message>
    <message>
        <source>give one such as http://localhost:8000 (--engine)</source>
        <translation>geben Sie eine an wie http://localhost:8000 (--engine)</translation>
    </message>
</context>
<context>
    <name>EngineProbe</name>
    <message>
        <source>it is no folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>it belongs to someone else</source>
        <translation>er gehört jemand anderem</translation>
    </message>
    <message>
        <source>the reading engine&apos;s private folder cannot be used</source>
        <translation>der private Ordner der Lese-Engine ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>remove it, or have it elsewhere (XDG_RUNTIME_DIR); its name is in the log</source>
        <translation>entfernen Sie ihn, oder legen Sie ihn anderswohin (XDG_RUNTIME_DIR); sein Name steht im Protokoll</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>EngineSupervisor</name>
    <message>
        <source>end that program and try again</source>
        <translation>beenden Sie jenes Programm, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the reading engine is not installed</source>
        <translation>die Lese-Engine ist nicht installiert</translation>
    </message>
    <message>
        <source>install Recto again, or name a server that reads (--engine)</source>
        <translation>installieren Sie Recto neu, oder nennen Sie einen Server, der liest (--engine)</translation>
    </message>
    <message>
        <source>there is no recto-engine beside recto</source>
        <translation>neben recto liegt kein recto-engine</translation>
    </message>
    <message>
        <source>the reading engine crashed %1 times in a row</source>
        <translation>die Lese-Engine ist %1-mal hintereinander abgestürzt</translation>
    </message>
    <message>
        <source>try again in %1 s; should it go on, check the model folder (--model) or name a server (--engine)</source>
        <translation>versuchen Sie es in %1 s noch einmal; geht es so weiter, prüfen Sie den Modellordner (--model), oder nennen Sie einen Server (--engine)</translation>
    </message>
    <message>
        <source>the reading engine cannot be started: its private folder cannot be written</source>
        <translation>die Lese-Engine kann nicht gestartet werden: in ihren privaten Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>make room on the disk, or sign out and in again</source>
        <translation>schaffen Sie Platz auf der Festplatte, oder melden Sie sich ab und wieder an</translation>
    </message>
    <message>
        <source>another reading engine runs already, but does not answer</source>
        <translation>es läuft schon eine Lese-Engine, sie antwortet aber nicht</translation>
    </message>
    <message>
        <source>end the program recto-engine and try again</source>
        <translation>beenden Sie das Programm recto-engine, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>it holds %1</source>
        <translation>sie hält %1</translation>
    </message>
    <message>
        <source>the reading engine cannot be started</source>
        <translation>die Lese-Engine kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>the reading engine did not get ready within %1 s</source>
        <translation>die Lese-Engine war nach %1 s nicht bereit</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>schließen Sie andere Programme, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>the place is %1</source>
        <translation>der Platz ist %1</translation>
    </message>
    <message>
        <source>the reading engine&apos;s place is taken by another program (process %1)</source>
        <translation>der Platz der Lese-Engine ist von einem anderen Programm belegt (Prozess %1)</translation>
    </message>
    <message>
        <source>the reading engine&apos;s place is taken by something else</source>
        <translation>der Platz der Lese-Engine ist von etwas anderem belegt</translation>
    </message>
    <message>
        <source>remove what lies there, and try again; its name is in the log</source>
        <translation>entfernen Sie, was dort liegt, und versuchen Sie es noch einmal; der Name steht im Protokoll</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>the system ended the reading engine at its start, most likely for want of memory</source>
        <translation>das System hat die Lese-Engine beim Start beendet, wahrscheinlich aus Mangel an Speicher</translation>
    </message>
    <message>
        <source>the reading engine ended at its start</source>
        <translation>die Lese-Engine endete beim Start</translation>
    </message>
    <message>
        <source>the reading engine could not start with this model</source>
        <translation>die Lese-Engine konnte mit diesem Modell nicht starten</translation>
    </message>
    <message>
        <source>check the model folder (--model), or name a server that reads (--engine)</source>
        <translation>prüfen Sie den Modellordner (--model), oder nennen Sie einen Server, der liest (--engine)</translation>
    </message>
    <message>
        <source>its log: %1</source>
        <translation>ihr Protokoll: %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>EventStream</name>
    <message>
        <source>the engine&apos;s answer has a line that never ends</source>
        <translation>die Antwort der Engine hat eine Zeile ohne Ende</translation>
    </message>
    <message>
        <source>check that the address belongs to an OpenAI-compatible server</source>
        <translation>prüfen Sie, ob die Adresse zu einem OpenAI-kompatiblen Server gehört</translation>
    </message>
</context>
<context>
    <name>ExportDocument</name>
    <message>
        <source>the format of %1 is not known</source>
        <translation>das Format von %1 ist unbekannt</translation>
    </message>
    <message>
        <source>let the name end in .md, .txt, .html, .json or .docx</source>
        <translation>lassen Sie den Namen auf .md, .txt, .html, .json oder .docx enden</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>the page is too large to be drawn (%1 x %2 inches)</source>
        <translation>die Seite ist zu groß zum Zeichnen (%1 x %2 Zoll)</translation>
    </message>
    <message>
        <source>print it to a PDF of an ordinary page size</source>
        <translation>drucken Sie sie in ein PDF von üblicher Größe</translation>
    </message>
</context>
<context>
    <name>LoopLadder</name>
    <message>
        <source>with the n-gram rule 20/90</source>
        <translation>mit der n-Gramm-Regel 20/90</translation>
    </message>
    <message>
        <source>in mode %1</source>
        <translation>im Modus %1</translation>
    </message>
    <message>
        <source>as plain text</source>
        <translation>als reiner Text</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>repeated itself</source>
        <translation>wiederholte sich</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>the rest of the page</source>
        <translation>der Rest der Seite</translation>
    </message>
    <message>
        <source>the upper half of the rest</source>
        <translation>die obere Hälfte des Rests</translation>
    </message>
    <message>
        <source>the lower half of the rest</source>
        <translation>die untere Hälfte des Rests</translation>
    </message>
    <message>
        <source>%1 by Tesseract</source>
        <translation>%1 von Tesseract</translation>
    </message>
</context>
<context>
    <name>ModelCheck</name>
    <message>
        <source>choose the folder that holds config.json, tokenizer.json and the *.safetensors files</source>
        <translation>wählen Sie den Ordner mit config.json, tokenizer.json und den *.safetensors-Dateien</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>the model is not whole: %1</source>
        <translation>das Modell ist nicht vollständig: %1</translation>
    </message>
    <message>
        <source>download what is named here into the folder again</source>
        <translation>laden Sie das Genannte noch einmal in den Ordner herunter</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>only %1 of %2</source>
        <translation>nur %1 von %2</translation>
    </message>
    <message>
        <source>there is no model in this folder</source>
        <translation>in diesem Ordner ist kein Modell</translation>
    </message>
    <message>
        <source>choose the folder “%1” in it</source>
        <translation>wählen Sie darin den Ordner „%1“</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>check its name, or choose it</source>
        <translation>prüfen Sie seinen Namen, oder wählen Sie ihn aus</translation>
    </message>
    <message>
        <source>this is a file, not a folder</source>
        <translation>das ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>this folder may not be read</source>
        <translation>dieser Ordner darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it, or choose another</source>
        <translation>bitten Sie den Besitzer um das Leserecht, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>this is another model, which Recto cannot read with</source>
        <translation>das ist ein anderes Modell, mit dem Recto nicht lesen kann</translation>
    </message>
    <message>
        <source>choose the folder of DeepSeek-OCR</source>
        <translation>wählen Sie den Ordner von DeepSeek-OCR</translation>
    </message>
</context>
<context>
    <name>OcrClient</name>
    <message>
        <source>%1 does not answer as an OpenAI-compatible server does</source>
        <translation>%1 antwortet nicht wie ein OpenAI-kompatibler Server</translation>
    </message>
    <message>
        <source>%1 does not say which way up the page is</source>
        <translation>%1 sagt nicht, wie herum die Seite liegt</translation>
    </message>
    <message>
        <source>%1 lists no model</source>
        <translation>%1 nennt kein Modell</translation>
    </message>
    <message>
        <source>%1 has several models: %2</source>
        <translation>%1 hat mehrere Modelle: %2</translation>
    </message>
    <message>
        <source>%1 answers with a web page, not as an OpenAI-compatible server does</source>
        <translation>%1 antwortet mit einer Webseite, nicht wie ein OpenAI-kompatibler Server</translation>
    </message>
    <message>
        <source>check the server&apos;s address (--engine)</source>
        <translation>prüfen Sie die Adresse des Servers (--engine)</translation>
    </message>
    <message>
        <source>write the one to read with behind the address, as in http://host:8000#model (--engine)</source>
        <translation>schreiben Sie das gewünschte hinter die Adresse, etwa http://host:8000#modell (--engine)</translation>
    </message>
</context>
<context>
    <name>OfficeWriter</name>
    <message>
        <source>the temporary folder %1 cannot be written</source>
        <translation>der temporäre Ordner %1 kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>free some space there, or name another folder in TMPDIR</source>
        <translation>schaffen Sie dort Platz, oder nennen Sie einen anderen Ordner in TMPDIR</translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>get it again</source>
        <translation>holen Sie sie noch einmal</translation>
    </message>
    <message>
        <source>its content is neither a PDF nor a picture that Recto reads</source>
        <translation>ihr Inhalt ist weder ein PDF noch ein Bild, das Recto liest</translation>
    </message>
    <message>
        <source>give a PDF, PNG, JPEG, TIFF, BMP, GIF, WebP, JPEG 2000 or HEIC file</source>
        <translation>geben Sie eine PDF-, PNG-, JPEG-, TIFF-, BMP-, GIF-, WebP-, JPEG-2000- oder HEIC-Datei</translation>
    </message>
</context>
<context>
    <name>OpenFile</name>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>it is a pipe, socket or device, not a file</source>
        <translation>es ist eine Pipe, ein Socket oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>save its content to a file, or feed it to standard input with -</source>
        <translation>speichern Sie den Inhalt in eine Datei, oder geben Sie ihn mit - auf die Standardeingabe</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>it may not be read</source>
        <translation>sie darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it</source>
        <translation>bitten Sie ihren Besitzer um das Leserecht</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>es ist eine Verknüpfung, die auf sich selbst zurückführt</translation>
    </message>
    <message>
        <source>name the file it should lead to</source>
        <translation>nennen Sie die Datei, auf die sie zeigen sollte</translation>
    </message>
    <message>
        <source>its name is too long for the system</source>
        <translation>ihr Name ist zu lang für das System</translation>
    </message>
    <message>
        <source>it could not be read (%1)</source>
        <translation>sie konnte nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>check the disk or the connection to it</source>
        <translation>prüfen Sie die Platte oder die Verbindung dorthin</translation>
    </message>
</context>
<context>
    <name>PageNote</name>
    <message>
        <source>Page %1 was read in part%2</source>
        <translation>Seite %1 wurde teilweise gelesen%2</translation>
    </message>
    <message>
        <source>Page %1 could not be read%2</source>
        <translation>Seite %1 konnte nicht gelesen werden%2</translation>
    </message>
</context>
<context>
    <name>PageWorker</name>
    <message>
        <source>the page could not be read</source>
        <translation>die Seite konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>öffnen Sie die Datei in einem anderen Programm und drucken Sie sie in ein neues PDF</translation>
    </message>
</context>
<context>
    <name>PastedPicture</name>
    <message>
        <source>there is no picture to paste</source>
        <translation>es gibt kein Bild zum Einfügen</translation>
    </message>
    <message>
        <source>copy a picture or a file first</source>
        <translation>kopieren Sie zuerst ein Bild oder eine Datei</translation>
    </message>
    <message>
        <source>the picture could not be kept in %1</source>
        <translation>das Bild konnte nicht in %1 abgelegt werden</translation>
    </message>
    <message>
        <source>check that the folder may be written and the disk is not full</source>
        <translation>prüfen Sie, ob der Ordner beschrieben werden darf und die Platte nicht voll ist</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>it is a PDF, but broken or cut off, and no page can be found in it</source>
        <translation>es ist ein PDF, aber beschädigt oder abgeschnitten, und keine Seite ist darin zu finden</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>holen Sie die Datei noch einmal, oder speichern Sie sie in ihrem Programm neu</translation>
    </message>
    <message>
        <source>the PDF has no pages</source>
        <translation>das PDF hat keine Seiten</translation>
    </message>
</context>
<context>
    <name>PdfSource</name>
    <message>
        <source>the file could not be opened again</source>
        <translation>die Datei ließ sich nicht noch einmal öffnen</translation>
    </message>
    <message>
        <source>check that it was not changed meanwhile</source>
        <translation>prüfen Sie, ob sie inzwischen geändert wurde</translation>
    </message>
</context>
<context>
    <name>PictureHeader</name>
    <message>
        <source>the picture&apos;s header is broken or cut off</source>
        <translation>der Kopf des Bildes ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>get the file again, or save the picture anew in its program</source>
        <translation>holen Sie die Datei noch einmal, oder speichern Sie das Bild in seinem Programm neu</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>this machine has no reader for %1 pictures</source>
        <translation>dieser Rechner kann keine %1-Bilder lesen</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>speichern Sie es als PNG oder JPEG</translation>
    </message>
    <message>
        <source>the picture is broken or cut off</source>
        <translation>das Bild ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>holen Sie die Datei noch einmal, oder speichern Sie sie in ihrem Programm neu</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>as typed</source>
        <translation>wie eingegeben</translation>
    </message>
    <message>
        <source>other case or accents</source>
        <translation>andere Groß-/Kleinschreibung oder Akzente</translation>
    </message>
    <message>
        <source>perhaps misread</source>
        <translation>vielleicht verlesen</translation>
    </message>
    <message>
        <source>seen by the model</source>
        <translation>vom Modell gesehen</translation>
    </message>
</context>
<context>
    <name>ProjectFile</name>
    <message>
        <source>%1 is open in another window</source>
        <translation>%1 ist in einem anderen Fenster geöffnet</translation>
    </message>
    <message>
        <source>go on there, or close it first</source>
        <translation>machen Sie dort weiter, oder schließen Sie es zuerst</translation>
    </message>
    <message>
        <source>the disk is full while saving %1</source>
        <translation>die Platte ist voll beim Speichern von %1</translation>
    </message>
    <message>
        <source>free some space; what you type is kept until then</source>
        <translation>schaffen Sie Platz; was Sie tippen, bleibt bis dahin erhalten</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>rename it and open the source again; the damaged file is left as it is</source>
        <translation>benennen Sie sie um und öffnen Sie das Dokument noch einmal; die beschädigte Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>%1 could not be used (%2)</source>
        <translation>%1 konnte nicht benutzt werden (%2)</translation>
    </message>
    <message>
        <source>check that you may read and write it</source>
        <translation>prüfen Sie, ob Sie sie lesen und schreiben dürfen</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>open it, or choose another name</source>
        <translation>öffnen Sie es, oder wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht da</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>%1 is no project of Recto</source>
        <translation>%1 ist kein Projekt von Recto</translation>
    </message>
    <message>
        <source>open a document or a .recto file</source>
        <translation>öffnen Sie ein Dokument oder eine .recto-Datei</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Recto</source>
        <translation>%1 stammt von einer neueren Version von Recto</translation>
    </message>
    <message>
        <source>update Recto to open it; the file was not changed</source>
        <translation>aktualisieren Sie Recto, um es zu öffnen; die Datei blieb unverändert</translation>
    </message>
</context>
<context>
    <name>ReadJpeg</name>
    <message>
        <source>the JPEG picture is broken</source>
        <translation>das JPEG-Bild ist beschädigt</translation>
    </message>
    <message>
        <source>get the file again, or save it anew in its program</source>
        <translation>holen Sie die Datei noch einmal, oder speichern Sie sie in ihrem Programm neu</translation>
    </message>
    <message>
        <source>the picture is cut off: its data end too early</source>
        <translation>das Bild ist abgeschnitten: seine Daten enden zu früh</translation>
    </message>
    <message>
        <source>get the file again</source>
        <translation>holen Sie die Datei noch einmal</translation>
    </message>
</context>
<context>
    <name>ReadProject</name>
    <message>
        <source>%1 could not be copied to be read</source>
        <translation>%1 konnte zum Lesen nicht kopiert werden</translation>
    </message>
    <message>
        <source>check that you may read it, and that %1 has room</source>
        <translation>prüfen Sie, ob Sie es lesen dürfen und ob in %1 Platz ist</translation>
    </message>
    <message>
        <source>%1 is being written all the time</source>
        <translation>%1 wird ununterbrochen geschrieben</translation>
    </message>
    <message>
        <source>try again when its window rests</source>
        <translation>versuchen Sie es noch einmal, wenn sein Fenster ruht</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht da</translation>
    </message>
    <message>
        <source>there is no room for a copy of %1</source>
        <translation>für eine Kopie von %1 ist kein Platz</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>free some space, or set TMPDIR</source>
        <translation>schaffen Sie Platz oder setzen Sie TMPDIR</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>eine Aufzeichnung</translation>
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
        <translation>wählen Sie ein anderes Format (--to)</translation>
    </message>
    <message>
        <source>DOCX needs the program pandoc, which is not installed</source>
        <translation>DOCX braucht das Programm pandoc, das nicht installiert ist</translation>
    </message>
    <message>
        <source>install the package pandoc, or choose another format (--to)</source>
        <translation>installieren Sie das Paket pandoc, oder wählen Sie ein anderes Format (--to)</translation>
    </message>
    <message>
        <source>the styles for DOCX could not be written to the temporary folder</source>
        <translation>die Formatvorlagen für DOCX konnten nicht in den temporären Ordner geschrieben werden</translation>
    </message>
    <message>
        <source>pandoc could not be started</source>
        <translation>pandoc konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>pandoc did not finish the DOCX file in time</source>
        <translation>pandoc wurde mit der DOCX-Datei nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>convert fewer pages at once (--pages), or choose another format (--to)</source>
        <translation>wandeln Sie weniger Seiten auf einmal um (--pages), oder wählen Sie ein anderes Format (--to)</translation>
    </message>
    <message>
        <source>stopped while the DOCX file was made</source>
        <translation>angehalten, während die DOCX-Datei entstand</translation>
    </message>
    <message>
        <source>pandoc could not make the DOCX file</source>
        <translation>pandoc konnte die DOCX-Datei nicht machen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>the settings could not be saved in %1</source>
        <translation>die Einstellungen konnten nicht in %1 gespeichert werden</translation>
    </message>
    <message>
        <source>check that the file and its folder may be written</source>
        <translation>prüfen Sie, ob die Datei und ihr Ordner beschrieben werden dürfen</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Document to Markdown</source>
        <translation>Dokument zu Markdown</translation>
    </message>
    <message>
        <source>Text with boxes</source>
        <translation>Text mit Rahmen</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>Parse the figure</source>
        <translation>Abbildung auswerten</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Describe in English</source>
        <translation>Auf Englisch beschreiben</translation>
    </message>
    <message>
        <source>Describe in Chinese</source>
        <translation>Auf Chinesisch beschreiben</translation>
    </message>
    <message>
        <source>Find objects</source>
        <translation>Gegenstände finden</translation>
    </message>
    <message>
        <source>Caption in Chinese</source>
        <translation>Unterschrift auf Chinesisch</translation>
    </message>
    <message>
        <source>Continue a text…</source>
        <translation>Einen Text fortsetzen…</translation>
    </message>
    <message>
        <source>Own prompt…</source>
        <translation>Eigene Anweisung…</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no task</source>
        <translation>„%1“ ist keine Aufgabe</translation>
    </message>
    <message>
        <source>take one of %1</source>
        <translation>nehmen Sie eine von %1</translation>
    </message>
    <message>
        <source>the task %1 takes no words</source>
        <translation>die Aufgabe %1 nimmt keine Wörter</translation>
    </message>
    <message>
        <source>write --task %1</source>
        <translation>schreiben Sie --task %1</translation>
    </message>
    <message>
        <source>the task %1 needs words</source>
        <translation>die Aufgabe %1 braucht Wörter</translation>
    </message>
    <message>
        <source>write --task %1=WORDS</source>
        <translation>schreiben Sie --task %1=WÖRTER</translation>
    </message>
    <message>
        <source>%1 stands for the page&apos;s picture and may come once only, at the start of an own prompt</source>
        <translation>%1 steht für das Bild der Seite und darf nur einmal stehen, am Anfang einer eigenen Anweisung</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>lassen Sie es weg</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no mode</source>
        <translation>„%1“ ist kein Modus</translation>
    </message>
    <message>
        <source>take one of %1, or sizes like 1024,640,crop</source>
        <translation>nehmen Sie einen von %1, oder Größen wie 1024,640,crop</translation>
    </message>
</context>
<context>
    <name>TextLayer</name>
    <message>
        <source>Read as a picture: its fonts do not say which letters they draw</source>
        <translation>Als Bild gelesen: ihre Schriften sagen nicht, welche Buchstaben sie zeichnen</translation>
    </message>
    <message>
        <source>Read as a picture: there is no text layer</source>
        <translation>Als Bild gelesen: es gibt keine Textebene</translation>
    </message>
    <message>
        <source>Read as a picture: the text is drawn as curves</source>
        <translation>Als Bild gelesen: der Text ist als Kurven gezeichnet</translation>
    </message>
    <message>
        <source>The page is blank</source>
        <translation>Die Seite ist leer</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer holds only a few words of the scan</source>
        <translation>Als Bild gelesen: die Textebene hat nur wenige Wörter des Scans</translation>
    </message>
    <message>
        <source>Read as a picture: the text layer is rubbish (%1 % of its words look like none)</source>
        <translation>Als Bild gelesen: die Textebene ist Unsinn (%1 % ihrer Wörter sehen nicht wie welche aus)</translation>
    </message>
    <message>
        <source>Text kept (an earlier reading of the scan, it looks sound)</source>
        <translation>Text behalten (eine frühere Lesung des Scans, sie sieht gut aus)</translation>
    </message>
    <message>
        <source>Text kept (born digital)</source>
        <translation>Text behalten (digital entstanden)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>the folder may not be read</source>
        <translation>der Ordner darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it</source>
        <translation>bitten Sie ihren Besitzer um das Leserecht</translation>
    </message>
    <message>
        <source>it is encrypted for the holder of a certificate, which no password opens</source>
        <translation>sie ist für den Inhaber eines Zertifikats verschlüsselt, das kein Passwort öffnet</translation>
    </message>
    <message>
        <source>save it without encryption in the program that has the certificate</source>
        <translation>speichern Sie sie in dem Programm, das das Zertifikat hat, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>it is encrypted and asks for a password</source>
        <translation>sie ist verschlüsselt und fragt nach einem Passwort</translation>
    </message>
    <message>
        <source>the password does not open it</source>
        <translation>das Passwort öffnet sie nicht</translation>
    </message>
    <message>
        <source>check the password, also for capital letters</source>
        <translation>prüfen Sie das Passwort, auch auf Großbuchstaben</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 sends on to %2, where Recto was not told to go</source>
        <translation>%1 verweist weiter auf %2, wohin Recto nicht geschickt wurde</translation>
    </message>
    <message>
        <source>try again; the reason is in its log</source>
        <translation>versuchen Sie es noch einmal; der Grund steht in seinem Protokoll</translation>
    </message>
    <message>
        <source>%1 fell silent for %2 s in mid-answer</source>
        <translation>%1 schwieg mitten in der Antwort %2 s lang</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 hat innerhalb von %2 s nicht geantwortet</translation>
    </message>
    <message>
        <source>nothing answers at %1</source>
        <translation>unter %1 antwortet nichts</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2)</source>
        <translation>%1 ist nicht zu erreichen (%2)</translation>
    </message>
    <message>
        <source>the connection to %1 broke off in mid-answer</source>
        <translation>die Verbindung zu %1 brach mitten in der Antwort ab</translation>
    </message>
    <message>
        <source>the connection to %1 was lost</source>
        <translation>die Verbindung zu %1 ging verloren</translation>
    </message>
    <message>
        <source>%1 asks for a key</source>
        <translation>%1 verlangt einen Schlüssel</translation>
    </message>
    <message>
        <source>%1 does not accept the key</source>
        <translation>%1 nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>%1 does not allow this</source>
        <translation>%1 erlaubt das nicht</translation>
    </message>
    <message>
        <source>there is no recording of this page</source>
        <translation>von dieser Seite gibt es keine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 does not have this model</source>
        <translation>%1 hat dieses Modell nicht</translation>
    </message>
    <message>
        <source>%1 does not speak the OpenAI interface at this address</source>
        <translation>%1 spricht unter dieser Adresse nicht die OpenAI-Schnittstelle</translation>
    </message>
    <message>
        <source>the page&apos;s picture is too large for %1</source>
        <translation>das Bild der Seite ist zu groß für %1</translation>
    </message>
    <message>
        <source>%1 refused the page</source>
        <translation>%1 hat die Seite abgelehnt</translation>
    </message>
    <message>
        <source>see what it says, and its log</source>
        <translation>sehen Sie, was er sagt, und in sein Protokoll</translation>
    </message>
    <message>
        <source>a language that was asked for is not installed</source>
        <translation>eine verlangte Sprache ist nicht installiert</translation>
    </message>
    <message>
        <source>%1 ran out of memory on this page</source>
        <translation>%1 ging bei dieser Seite der Speicher aus</translation>
    </message>
    <message>
        <source>%1 is too busy</source>
        <translation>%1 ist zu beschäftigt</translation>
    </message>
    <message>
        <source>%1 has no working server behind it</source>
        <translation>hinter %1 arbeitet kein Server</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>%1 failed on this page</source>
        <translation>%1 ist an dieser Seite gescheitert</translation>
    </message>
    <message>
        <source>try the page again, and see the engine&apos;s log</source>
        <translation>versuchen Sie die Seite noch einmal, und sehen Sie ins Protokoll der Engine</translation>
    </message>
    <message>
        <source>the task %1 needs DeepSeek-OCR; Tesseract only reads</source>
        <translation>die Aufgabe %1 braucht DeepSeek-OCR; Tesseract liest nur</translation>
    </message>
    <message>
        <source>the page is longer than the %1 tokens allowed; its end is missing</source>
        <translation>die Seite ist länger als die erlaubten %1 Token; ihr Ende fehlt</translation>
    </message>
    <message>
        <source>there is no page %1, the last one is %2</source>
        <translation>es gibt keine Seite %1, die letzte ist %2</translation>
    </message>
    <message>
        <source>name pages that the file has</source>
        <translation>nennen Sie Seiten, die die Datei hat</translation>
    </message>
    <message>
        <source>it takes more than %1 MB of memory to open</source>
        <translation>sie braucht zum Öffnen mehr als %1 MB Speicher</translation>
    </message>
    <message>
        <source>save it anew in its program, with smaller pictures</source>
        <translation>speichern Sie sie in ihrem Programm neu, mit kleineren Bildern</translation>
    </message>
    <message>
        <source>the page worker could not be started</source>
        <translation>der Seitenprozess konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>check that the program recto is whole, and that memory is free</source>
        <translation>prüfen Sie, ob das Programm recto vollständig und Speicher frei ist</translation>
    </message>
    <message>
        <source>the picture is too large (%L1 x %L2 pixels)</source>
        <translation>das Bild ist zu groß (%L1 x %L2 Bildpunkte)</translation>
    </message>
    <message>
        <source>save it with fewer pixels, or cut it into pieces</source>
        <translation>speichern Sie es mit weniger Bildpunkten, oder schneiden Sie es in Stücke</translation>
    </message>
    <message>
        <source>the page could not be drawn</source>
        <translation>die Seite konnte nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>öffnen Sie die Datei in einem anderen Programm und drucken Sie sie in ein neues PDF</translation>
    </message>
    <message>
        <source>there was not enough memory to draw the page</source>
        <translation>zum Zeichnen der Seite war nicht genug Speicher da</translation>
    </message>
    <message>
        <source>%1 said for %2 minutes that it is busy, and nothing else</source>
        <translation>%1 hat %2 Minuten lang nur gesagt, dass es beschäftigt ist</translation>
    </message>
    <message>
        <source>give that address (--engine) if it is to be trusted with the pages</source>
        <translation>geben Sie diese Adresse an (--engine), wenn ihr die Seiten anvertraut werden sollen</translation>
    </message>
    <message>
        <source>check that the server runs and that its address (--engine) is right</source>
        <translation>prüfen Sie, ob der Server läuft und seine Adresse (--engine) stimmt</translation>
    </message>
    <message>
        <source>try again later, or with fewer pages at once (--concurrency)</source>
        <translation>versuchen Sie es später noch einmal, oder mit weniger Seiten zugleich (--concurrency)</translation>
    </message>
    <message>
        <source>give the file that holds it (--api-key-file)</source>
        <translation>geben Sie die Datei an, in der er steht (--api-key-file)</translation>
    </message>
    <message>
        <source>check the key file (--api-key-file)</source>
        <translation>prüfen Sie die Schlüsseldatei (--api-key-file)</translation>
    </message>
    <message>
        <source>ask whoever runs it, or give another key (--api-key-file)</source>
        <translation>fragen Sie, wer ihn betreibt, oder geben Sie einen anderen Schlüssel an (--api-key-file)</translation>
    </message>
    <message>
        <source>record it first, or choose another reader (--reader)</source>
        <translation>zeichnen Sie sie zuerst auf, oder wählen Sie einen anderen Leser (--reader)</translation>
    </message>
    <message>
        <source>choose another reader (--reader)</source>
        <translation>wählen Sie einen anderen Leser (--reader)</translation>
    </message>
    <message>
        <source>name one that it has behind the address, as in http://host:8000#model (--engine)</source>
        <translation>nennen Sie hinter der Adresse eines, das er hat, etwa http://host:8000#modell (--engine)</translation>
    </message>
    <message>
        <source>check the address (--engine): only its part before /v1 is wanted</source>
        <translation>prüfen Sie die Adresse (--engine): gemeint ist nur ihr Teil vor /v1</translation>
    </message>
    <message>
        <source>lower the resolution (--dpi)</source>
        <translation>verringern Sie die Auflösung (--dpi)</translation>
    </message>
    <message>
        <source>install its Tesseract data, or choose other languages (--language)</source>
        <translation>installieren Sie deren Tesseract-Daten, oder wählen Sie andere Sprachen (--language)</translation>
    </message>
    <message>
        <source>try again with fewer pages at once (--concurrency) or a lower resolution (--dpi)</source>
        <translation>versuchen Sie es mit weniger Seiten zugleich (--concurrency) oder geringerer Auflösung (--dpi) noch einmal</translation>
    </message>
    <message>
        <source>give the password (--password-file)</source>
        <translation>geben Sie das Passwort an (--password-file)</translation>
    </message>
    <message>
        <source>name the folder of its model (--model, RECTO_MODEL) or a server (--engine)</source>
        <translation>den Ordner des Modells nennen (--model, RECTO_MODEL) oder einen Server (--engine)</translation>
    </message>
    <message>
        <source>allow longer answers (--max-tokens)</source>
        <translation>erlauben Sie längere Antworten (--max-tokens)</translation>
    </message>
</context>
<context>
    <name>WorkerProcess</name>
    <message>
        <source>it takes more than %1 MB of memory to open</source>
        <translation>das Öffnen braucht mehr als %1 MB Speicher</translation>
    </message>
    <message>
        <source>save it anew in its program, with smaller pictures</source>
        <translation>speichern Sie es in seinem Programm neu, mit kleineren Bildern</translation>
    </message>
    <message>
        <source>it is broken in a way that ended the page worker</source>
        <translation>es ist so beschädigt, dass das Seitenprogramm daran endete</translation>
    </message>
    <message>
        <source>open the file in another program and print it to a new PDF</source>
        <translation>öffnen Sie die Datei in einem anderen Programm, und drucken Sie sie in eine neue PDF-Datei</translation>
    </message>
    <message>
        <source>it was not done after %L1 seconds and was given up</source>
        <translation>es war nach %L1 Sekunden nicht fertig und wurde aufgegeben</translation>
    </message>
</context>
<context>
    <name>contents::BlockList</name>
    <message>
        <source>No document is open</source>
        <translation>Kein Dokument ist geöffnet</translation>
    </message>
    <message>
        <source>Drop a PDF, a scan or a photo anywhere in the window.</source>
        <translation>Ziehen Sie ein PDF, einen Scan oder ein Foto irgendwo ins Fenster.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>What is found appears here as the pages are read.</source>
        <translation>Was gefunden wird, erscheint hier, während die Seiten gelesen werden.</translation>
    </message>
    <message>
        <source>The pages could not be read</source>
        <translation>Die Seiten konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The Log tells why, and has a button to try again.</source>
        <translation>Das Protokoll sagt, warum, und hat einen Knopf für einen neuen Versuch.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Read the page with F5, or all pages with Ctrl+Shift+F5.</source>
        <translation>F5 liest die Seite, Strg+Umschalt+F5 alle Seiten.</translation>
    </message>
    <message>
        <source>Some pages are still unread.</source>
        <translation>Einige Seiten sind noch ungelesen.</translation>
    </message>
</context>
<context>
    <name>contents::GalleryView</name>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>No figures were found</source>
        <translation>Keine Abbildungen gefunden</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Seite %1: %2</translation>
    </message>
</context>
<context>
    <name>contents::OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>No headings were found</source>
        <translation>Keine Überschriften gefunden</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
</context>
<context>
    <name>contents::TablesView</name>
    <message>
        <source>page %1, %2 rows, %3 columns</source>
        <translation>Seite %1, %2 Zeilen, %3 Spalten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a table&apos;s first words (its page and size)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Cells of the chosen table</source>
        <translation>Zellen der gewählten Tabelle</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>No tables were found</source>
        <translation>Keine Tabellen gefunden</translation>
    </message>
    <message>
        <source>The table was copied</source>
        <translation>Die Tabelle wurde kopiert</translation>
    </message>
</context>
<context>
    <name>dialogs::AboutDialog</name>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Turns PDFs, scans and photos into text a person can trust. Everything is done on this computer, unless you name a server yourself.

Free software under the GNU General Public License, version 3 or later. Built with Qt, Poppler, Tesseract, OpenCV, KaTeX and the open model DeepSeek-OCR.</source>
        <translation>Macht aus PDFs, Scans und Fotos Text, auf den man sich verlassen kann. Alles geschieht auf diesem Rechner, es sei denn, Sie nennen selbst einen Server.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Gebaut mit Qt, Poppler, Tesseract, OpenCV, KaTeX und dem offenen Modell DeepSeek-OCR.</translation>
    </message>
</context>
<context>
    <name>dialogs::ActionPalette</name>
    <message>
        <source>All actions</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>Name eines Befehls</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
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
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>By a server</source>
        <translation>Auf einem Server</translation>
    </message>
    <message>
        <source>Where pages are read</source>
        <translation>Wo Seiten gelesen werden</translation>
    </message>
</context>
<context>
    <name>dialogs::KeysDialog</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Die Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Keys by menu</source>
        <translation>Tasten nach Menü</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Auf der Seite</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>arrows, wheel, two fingers</source>
        <translation>Pfeile, Rad, zwei Finger</translation>
    </message>
    <message>
        <source>Scroll by a screen</source>
        <translation>Um einen Bildschirm blättern</translation>
    </message>
    <message>
        <source>Shift+Page Up, Shift+Page Down</source>
        <translation>Umschalt+Bild auf, Umschalt+Bild ab</translation>
    </message>
    <message>
        <source>Next or previous block</source>
        <translation>Nächster oder voriger Block</translation>
    </message>
    <message>
        <source>Alt+Down, Alt+Up</source>
        <translation>Alt+Ab, Alt+Auf</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Rad</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>Die Seite schieben</translation>
    </message>
    <message>
        <source>Space held, or the middle button</source>
        <translation>Leertaste gehalten, oder die mittlere Taste</translation>
    </message>
</context>
<context>
    <name>dialogs::KeysPage</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: action</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New keys of the chosen action</source>
        <translation>Neue Tasten des gewählten Befehls</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Tasten:</translation>
    </message>
    <message>
        <source>Also the key of: %1. Neither works until one is changed.</source>
        <translation>Auch die Taste von: %1. Keiner von beiden geht, bis einer geändert ist.</translation>
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
        <translation>%1 Gewichte, etwa %2 Speicher nötig, %3 frei</translation>
    </message>
    <message>
        <source>The model is whole and fits: %1.</source>
        <translation>Das Modell ist vollständig und passt: %1.</translation>
    </message>
    <message>
        <source>The model is whole; it fits when other programs are closed, slower until then: %1.</source>
        <translation>Das Modell ist vollständig; es passt, wenn andere Programme geschlossen werden, bis dahin langsamer: %1.</translation>
    </message>
    <message>
        <source>The model is whole but too large for this computer: %1. A server can read instead.</source>
        <translation>Das Modell ist vollständig, aber zu groß für diesen Rechner: %1. Stattdessen kann ein Server lesen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the model folder</source>
        <translation>Den Ordner des Modells wählen</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Ordner des Modells</translation>
    </message>
    <message>
        <source>none: Tesseract reads</source>
        <translation>keiner: Tesseract liest</translation>
    </message>
    <message>
        <source>Model folder:</source>
        <translation>Modellordner:</translation>
    </message>
    <message>
        <source>Without a model Tesseract reads: printed text, no formulas, no tables.</source>
        <translation>Ohne Modell liest Tesseract: gedruckten Text, keine Formeln, keine Tabellen.</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Der Ordner wird angesehen…</translation>
    </message>
</context>
<context>
    <name>dialogs::PromptDialog</name>
    <message>
        <source>A prompt of your own</source>
        <translation>Eine eigene Anweisung</translation>
    </message>
    <message>
        <source>&amp;What the model is asked</source>
        <translation>&amp;Was das Modell gefragt wird</translation>
    </message>
    <message>
        <source>What the model is asked</source>
        <translation>Was das Modell gefragt wird</translation>
    </message>
    <message>
        <source>The model was not taught to follow instructions: prompts that its makers published work best.</source>
        <translation>Das Modell hat nicht gelernt, Anweisungen zu folgen: Am besten wirken Anweisungen, die seine Hersteller veröffentlicht haben.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>There is nothing to ask yet: type a prompt.</source>
        <translation>Noch gibt es nichts zu fragen: Geben Sie eine Anweisung ein.</translation>
    </message>
</context>
<context>
    <name>dialogs::ReadingPage</name>
    <message>
        <source>Read an opened document without being asked</source>
        <translation>Ein geöffnetes Dokument lesen, ohne gefragt zu werden</translation>
    </message>
    <message>
        <source>Decide by what the page is</source>
        <translation>Nach der Seite entscheiden</translation>
    </message>
    <message>
        <source>Always keep the text of the file</source>
        <translation>Immer den Text der Datei behalten</translation>
    </message>
    <message>
        <source>Always read the picture with Tesseract</source>
        <translation>Immer das Bild mit Tesseract lesen</translation>
    </message>
    <message>
        <source>Always read the picture with DeepSeek-OCR</source>
        <translation>Immer das Bild mit DeepSeek-OCR lesen</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Languages for Tesseract</source>
        <translation>Sprachen für Tesseract</translation>
    </message>
    <message>
        <source>the reader&apos;s own</source>
        <translation>die des Lesers</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>With none chosen, each page&apos;s language is found out. Fewer languages read better.</source>
        <translation>Ist keine gewählt, wird die Sprache jeder Seite herausgefunden. Mit wenigen Sprachen wird besser gelesen.</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>Leser:</translation>
    </message>
    <message>
        <source>Languages:</source>
        <translation>Sprachen:</translation>
    </message>
    <message>
        <source>Resolution:</source>
        <translation>Auflösung:</translation>
    </message>
</context>
<context>
    <name>dialogs::ServerPart</name>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Die Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>File with the server&apos;s key</source>
        <translation>Datei mit dem Schlüssel des Servers</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Key file:</source>
        <translation>Schlüsseldatei:</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the server</source>
        <translation>Den Server prüfen</translation>
    </message>
    <message>
        <source>Pictures of the pages are sent to it. Any OpenAI-compatible server with DeepSeek-OCR will do.</source>
        <translation>Bilder der Seiten werden dorthin gesendet. Jeder OpenAI-kompatible Server mit DeepSeek-OCR ist recht.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
</context>
<context>
    <name>dialogs::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>dialogs::WindowPage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Schreibtisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>A new language shows when Recto is started again.</source>
        <translation>Eine neue Sprache zeigt sich beim nächsten Start von Recto.</translation>
    </message>
    <message>
        <source>Appearance:</source>
        <translation>Aussehen:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
</context>
<context>
    <name>editor::FindBar</name>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>A regular expression; \1 in the replacement is what its first brackets caught</source>
        <translation>Ein regulärer Ausdruck; \1 im Ersatz steht für das, was seine erste Klammer fing</translation>
    </message>
    <message>
        <source>Capital and small letters are different</source>
        <translation>Große und kleine Buchstaben sind verschieden</translation>
    </message>
    <message>
        <source>In this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>In the document</source>
        <translation>Im Dokument</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
</context>
<context>
    <name>editor::SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Nothing has been read on this page yet. F5 reads it.</source>
        <translation>Auf dieser Seite wurde noch nichts gelesen. F5 liest sie.</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
</context>
<context>
    <name>editor::SourcePane</name>
    <message>
        <source>Not a valid expression</source>
        <translation>Kein gültiger Ausdruck</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>figures::FigureView</name>
    <message>
        <source>The picture as it was printed</source>
        <translation>Das Bild, wie es gedruckt war</translation>
    </message>
    <message>
        <source>The chart&apos;s numbers</source>
        <translation>Die Zahlen des Diagramms</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Copy the numbers, for a spreadsheet</source>
        <translation>Die Zahlen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>The chart drawn again from what was read</source>
        <translation>Das Diagramm, aus dem Gelesenen neu gezeichnet</translation>
    </message>
    <message>
        <source>As lines</source>
        <translation>Als Linien</translation>
    </message>
    <message>
        <source>As bars</source>
        <translation>Als Balken</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Copy the points, lines and circles</source>
        <translation>Punkte, Strecken und Kreise kopieren</translation>
    </message>
    <message>
        <source>Show the reading</source>
        <translation>Das Gelesene zeigen</translation>
    </message>
    <message>
        <source>Hide the reading</source>
        <translation>Das Gelesene verbergen</translation>
    </message>
    <message>
        <source>Molecule</source>
        <translation>Molekül</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Copy the SMILES notation</source>
        <translation>Die SMILES-Schreibweise kopieren</translation>
    </message>
    <message>
        <source>Copy the description</source>
        <translation>Die Beschreibung kopieren</translation>
    </message>
    <message>
        <source>SMILES notation</source>
        <translation>SMILES-Schreibweise</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>figures::GeometryPicture</name>
    <message>
        <source>Drawing with what was read over it</source>
        <translation>Zeichnung mit dem Gelesenen darüber</translation>
    </message>
</context>
<context>
    <name>jobs::LogView</name>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>failed, kept as it was</source>
        <translation>misslungen, bleibt wie es war</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>teilweise gelesen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Read with Tesseract</source>
        <translation>Mit Tesseract lesen</translation>
    </message>
    <message>
        <source>Reading log</source>
        <translation>Leseprotokoll</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Kein Dokument ist geöffnet</translation>
    </message>
    <message>
        <source>What happens on each page is told here.</source>
        <translation>Was auf jeder Seite geschieht, steht hier.</translation>
    </message>
    <message>
        <source>What happened on the chosen page</source>
        <translation>Was auf der gewählten Seite geschah</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Seite %1: %2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>two sentences</comment>
        <translation>%1. %2.</translation>
    </message>
</context>
<context>
    <name>jobs::QueueModel</name>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Seite %1: %2</translation>
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
        <translation>Pause</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Misslungene noch einmal</translation>
    </message>
    <message>
        <source>Reading queue</source>
        <translation>Leseschlange</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n page(s) waiting</source>
        <translation>
            <numerusform>Pause, %n Seite wartet</numerusform>
            <numerusform>Pause, %n Seiten warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) waiting</source>
        <translation>
            <numerusform>%n Seite wartet</numerusform>
            <numerusform>%n Seiten warten</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Kein Dokument ist geöffnet</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Every page that was asked for has been read.</source>
        <translation>Alle gewünschten Seiten sind gelesen.</translation>
    </message>
    <message>
        <source>Pages that are to be read stand here until they are.</source>
        <translation>Seiten, die gelesen werden sollen, stehen hier, bis sie gelesen sind.</translation>
    </message>
</context>
<context>
    <name>main_window::DemoShelf</name>
    <message>
        <source>A paper</source>
        <translation>Ein Aufsatz</translation>
    </message>
    <message>
        <source>Headings, text and a table with spans appear as they are read</source>
        <translation>Überschriften, Text und eine Tabelle mit verbundenen Zellen erscheinen, während sie gelesen werden</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>Formulas are set as they were printed; hold \ to compare</source>
        <translation>Formeln stehen da, wie sie gedruckt waren; \ gedrückt halten zum Vergleichen</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>A page of a Chinese handbook</source>
        <translation>Eine Seite eines chinesischen Handbuchs</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>A Korean slide with two tables and a map</source>
        <translation>Eine koreanische Folie mit zwei Tabellen und einer Karte</translation>
    </message>
    <message>
        <source>A chart</source>
        <translation>Ein Diagramm</translation>
    </message>
    <message>
        <source>Its numbers, drawn again beside it</source>
        <translation>Seine Zahlen, daneben neu gezeichnet</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometrie</translation>
    </message>
    <message>
        <source>Lines and circles, drawn over the picture</source>
        <translation>Strecken und Kreise, über das Bild gezeichnet</translation>
    </message>
    <message>
        <source>A molecule</source>
        <translation>Ein Molekül</translation>
    </message>
    <message>
        <source>Its structure as SMILES</source>
        <translation>Seine Struktur als SMILES</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Beschreiben</translation>
    </message>
    <message>
        <source>A picture in words</source>
        <translation>Ein Bild in Worten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>All that can be seen, with boxes</source>
        <translation>Alles, was zu sehen ist, mit Rahmen</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name a thing, and it lights up: try “the lighthouse”</source>
        <translation>Nennen Sie ein Ding, und es leuchtet auf: etwa „the lighthouse“</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Text line by line with boxes</source>
        <translation>Text Zeile für Zeile mit Rahmen</translation>
    </message>
    <message>
        <source>A screenshot</source>
        <translation>Ein Bildschirmfoto</translation>
    </message>
    <message>
        <source>Three blocks of a browser window</source>
        <translation>Drei Blöcke eines Browserfensters</translation>
    </message>
    <message>
        <source>A loop</source>
        <translation>Eine Schleife</translation>
    </message>
    <message>
        <source>The reader repeats itself; it is noticed and cut</source>
        <translation>Der Leser wiederholt sich; das wird bemerkt und abgeschnitten</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>An answer that ends early: what was read is kept</source>
        <translation>Eine Antwort, die zu früh endet: was gelesen wurde, bleibt</translation>
    </message>
    <message>
        <source>There is no room for the demonstrations</source>
        <translation>Für die Vorführungen ist kein Platz</translation>
    </message>
    <message>
        <source>Free some space for temporary files</source>
        <translation>Schaffen Sie Platz für temporäre Dateien</translation>
    </message>
    <message>
        <source>See how it works</source>
        <translation>So funktioniert es</translation>
    </message>
    <message>
        <source>Earlier ones</source>
        <translation>Vorherige</translation>
    </message>
    <message>
        <source>More of them</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>main_window::EmptyParse</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Read this page</source>
        <translation>Diese Seite lesen</translation>
    </message>
</context>
<context>
    <name>main_window::LocateControl</name>
    <message>
        <source>Nothing was looked for</source>
        <translation>Noch wurde nichts gesucht</translation>
    </message>
    <message>
        <source>Press Ctrl+L and type words, or name a thing</source>
        <translation>Strg+L drücken und Wörter eingeben oder ein Ding nennen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>Das Modell wird gefragt…</translation>
    </message>
    <message>
        <source>Nothing is written like that</source>
        <translation>So steht es nirgends</translation>
    </message>
    <message>
        <source>If it is a thing, let the model look for it: Ctrl+Enter</source>
        <translation>Ist es ein Ding, lassen Sie das Modell suchen: Strg+Eingabe</translation>
    </message>
    <message>
        <source>The model sees none on page %1</source>
        <translation>Das Modell sieht keines auf Seite %1</translation>
    </message>
    <message numerus="yes">
        <source>The model sees %n on page %1</source>
        <translation>
            <numerusform>Das Modell sieht %n auf Seite %1</numerusform>
            <numerusform>Das Modell sieht %n auf Seite %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found – Ctrl+Enter asks the model</source>
        <translation>Nichts gefunden – Strg+Eingabe fragt das Modell</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main_window::MainWindow</name>
    <message>
        <source>&amp;See how it works</source>
        <translation>&amp;So funktioniert es</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>%1. No model reads here: a recorded answer is played at its own pace.</source>
        <translation>%1. Hier liest kein Modell: Eine aufgezeichnete Antwort läuft in ihrem eigenen Tempo ab.</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal abspielen</translation>
    </message>
    <message>
        <source>Documents and projects (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 *.heic *.recto);;All files (*)</source>
        <translation>Dokumente und Projekte (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 *.heic *.recto);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is open in another window</source>
        <translation>%1 ist in einem anderen Fenster geöffnet</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking into %1…</source>
        <translation>%1 wird durchgesehen…</translation>
    </message>
    <message>
        <source>There is no document in %1</source>
        <translation>In %1 ist kein Dokument</translation>
    </message>
    <message>
        <source>Name a PDF or a picture, or a folder that holds some</source>
        <translation>Nennen Sie ein PDF oder ein Bild, oder einen Ordner mit solchen</translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation>Im Ordner %1</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Dokumente öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Einen Ordner öffnen</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard</source>
        <translation>In der Zwischenablage ist kein Bild und keine Datei</translation>
    </message>
    <message>
        <source>Keeping the picture…</source>
        <translation>Das Bild wird aufbewahrt…</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2; %3</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>%1 is locked. Its password:</source>
        <translation>%1 ist verschlossen. Das Passwort:</translation>
    </message>
    <message>
        <source>The document of %1 is not at %2 any more</source>
        <translation>Das Dokument von %1 ist nicht mehr unter %2</translation>
    </message>
    <message>
        <source>What was read of it is safe in the project</source>
        <translation>Was davon gelesen wurde, ist im Projekt sicher</translation>
    </message>
    <message>
        <source>Find the document…</source>
        <translation>Dokument suchen…</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>Wo ist %1 jetzt?</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Projects (*.recto)</source>
        <translation>Projekte (*.recto)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md);;Word (*.docx);;Web page (*.html);;Plain text (*.txt);;JSON (*.json)</source>
        <translation>Markdown (*.md);;Word (*.docx);;Webseite (*.html);;Reiner Text (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Locate &amp;others like this</source>
        <translation>&amp;Andere wie dieses suchen</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>&amp;Nächste Stelle</translation>
    </message>
    <message>
        <source>&amp;Previous place</source>
        <translation>&amp;Vorige Stelle</translation>
    </message>
    <message>
        <source>&amp;Ask the model on this page</source>
        <translation>Das &amp;Modell auf dieser Seite fragen</translation>
    </message>
    <message>
        <source>&amp;Copy the text found</source>
        <translation>Den gefundenen Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy its p&amp;icture</source>
        <translation>Das &amp;Bild davon kopieren</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Locate</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>O&amp;rdner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Paste as document</source>
        <translation>Als &amp;Dokument einfügen</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>The project could not be saved</source>
        <translation>Das Projekt konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Everything is saved in %1</source>
        <translation>Alles ist gespeichert in %1</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close document</source>
        <translation>Dokument s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy this block</source>
        <translation>Diesen Block &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find in the source…</source>
        <translation>In der Quelle &amp;suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
    <message>
        <source>R&amp;eplace in the source…</source>
        <translation>In der Quelle &amp;ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>The block was copied</source>
        <translation>Der Block wurde kopiert</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>Ganze &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Seiten&amp;breite</translation>
    </message>
    <message>
        <source>&amp;Boxes over the page</source>
        <translation>&amp;Rahmen über der Seite</translation>
    </message>
    <message>
        <source>&amp;Reading order</source>
        <translation>&amp;Lesefolge</translation>
    </message>
    <message>
        <source>&amp;Choose blocks</source>
        <translation>&amp;Blöcke wählen</translation>
    </message>
    <message>
        <source>&amp;Move the page</source>
        <translation>Seite &amp;verschieben</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>&amp;Durchsehen</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>&amp;Vorbereiten</translation>
    </message>
    <message>
        <source>&amp;Side panels</source>
        <translation>Seite&amp;nleisten</translation>
    </message>
    <message>
        <source>Reading &amp;queue</source>
        <translation>Lese&amp;schlange</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Vori&amp;ger Bereich</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>&amp;Erste Seite</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>&amp;Letzte Seite</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Gehe zu Seite…</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach l&amp;inks drehen</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Read &amp;page</source>
        <translation>&amp;Seite lesen</translation>
    </message>
    <message>
        <source>Read &amp;from here on</source>
        <translation>&amp;Ab hier lesen</translation>
    </message>
    <message>
        <source>Read &amp;all pages</source>
        <translation>A&amp;lle Seiten lesen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Re&amp;try failed pages</source>
        <translation>&amp;Misslungene Seiten noch einmal</translation>
    </message>
    <message>
        <source>&amp;How this page is read…</source>
        <translation>&amp;Wie diese Seite gelesen wird…</translation>
    </message>
    <message>
        <source>Read this page &amp;with</source>
        <translation>Diese Seite lesen &amp;mit</translation>
    </message>
    <message>
        <source>&amp;Text of the file</source>
        <translation>&amp;Text der Datei</translation>
    </message>
    <message>
        <source>T&amp;esseract</source>
        <translation>T&amp;esseract</translation>
    </message>
    <message>
        <source>&amp;DeepSeek-OCR</source>
        <translation>&amp;DeepSeek-OCR</translation>
    </message>
    <message>
        <source>&amp;All actions…</source>
        <translation>&amp;Alle Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>About &amp;Recto</source>
        <translation>Über &amp;Recto</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Parse</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Read an &amp;area again…</source>
        <translation>Einen &amp;Bereich neu lesen…</translation>
    </message>
    <message>
        <source>Read this &amp;block again…</source>
        <translation>Diesen B&amp;lock neu lesen…</translation>
    </message>
    <message>
        <source>Locate others like this</source>
        <translation>Weitere davon finden</translation>
    </message>
    <message>
        <source>Put tasks &amp;to</source>
        <translation>&amp;Aufgaben gelten für</translation>
    </message>
    <message>
        <source>This &amp;page</source>
        <translation>Diese &amp;Seite</translation>
    </message>
    <message>
        <source>The &amp;selected pages</source>
        <translation>Die &amp;gewählten Seiten</translation>
    </message>
    <message>
        <source>A &amp;rectangle to draw</source>
        <translation>Ein gezeichnetes &amp;Rechteck</translation>
    </message>
    <message>
        <source>The whole &amp;document</source>
        <translation>Das ganze &amp;Dokument</translation>
    </message>
    <message>
        <source>Asks: %1</source>
        <translation>Fragt: %1</translation>
    </message>
    <message>
        <source>Locate others like “%1”</source>
        <translation>Andere wie „%1“ suchen</translation>
    </message>
    <message>
        <source>The file has changed since it was read</source>
        <translation>Die Datei hat sich geändert, seit sie gelesen wurde</translation>
    </message>
    <message>
        <source>The text below is of the older file</source>
        <translation>Der Text hier gehört zur älteren Datei</translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>Keep the text</source>
        <translation>Den Text behalten</translation>
    </message>
    <message>
        <source>Nothing is saved until then: %1</source>
        <translation>Bis dahin wird nichts gespeichert: %1</translation>
    </message>
    <message>
        <source>Your work is kept apart from it, in %1</source>
        <translation>Ihre Arbeit liegt getrennt davon in %1</translation>
    </message>
    <message>
        <source>Everything is saved again</source>
        <translation>Alles ist wieder gespeichert</translation>
    </message>
    <message>
        <source>From now on the project is kept in %1</source>
        <translation>Von nun an liegt das Projekt in %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <comment>minutes:seconds</comment>
        <translation>noch %1:%2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Seite %1: %2</translation>
    </message>
    <message>
        <source> – %1</source>
        <translation> – %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Read with Tesseract</source>
        <translation>Mit Tesseract lesen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>G&amp;o on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>Pause bei %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n Seite konnte nicht gelesen werden</numerusform>
            <numerusform>%n Seiten konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>Liest %1 von %2</translation>
    </message>
    <message>
        <source> · %1 pages/s</source>
        <translation> · %1 Seiten/s</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>Pages without usable text are read by it</source>
        <translation>Damit werden Seiten ohne brauchbaren Text gelesen</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Memory of this window, without page workers, engine and web view</source>
        <translation>Speicher dieses Fensters, ohne Seitenprozesse, Engine und Webansicht</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Pictures of pages are sent to this server, which you chose in the settings</source>
        <translation>Bilder der Seiten gehen an diesen Server, den Sie in den Einstellungen gewählt haben</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>No model is installed: see Settings</source>
        <translation>Kein Modell ist installiert: siehe Einstellungen</translation>
    </message>
    <message>
        <source>Pictures of pages are read by the server %1.</source>
        <translation>Bilder der Seiten liest der Server %1.</translation>
    </message>
    <message>
        <source>DeepSeek-OCR is installed and will read.</source>
        <translation>DeepSeek-OCR ist installiert und wird lesen.</translation>
    </message>
    <message>
        <source>No model is installed: Tesseract will read.</source>
        <translation>Kein Modell ist installiert: Tesseract wird lesen.</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Alle lesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Cannot open %1: %2</source>
        <translation>„%1“ lässt sich nicht öffnen: %2</translation>
    </message>
</context>
<context>
    <name>main_window::NoticeBar</name>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>main_window::ProjectKeeper</name>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>choose another folder; the project is kept where it was</source>
        <translation>wählen Sie einen anderen Ordner; das Projekt bleibt, wo es war</translation>
    </message>
</context>
<context>
    <name>main_window::ReviewControl</name>
    <message>
        <source>No table was seen there.</source>
        <translation>Dort wurde keine Tabelle gesehen.</translation>
    </message>
    <message>
        <source>Nothing was read there.</source>
        <translation>Dort wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Drag a rectangle over what is to be read again</source>
        <translation>Ziehen Sie ein Rechteck um das, was neu gelesen werden soll</translation>
    </message>
    <message>
        <source>Read this again</source>
        <translation>Dies noch einmal lesen</translation>
    </message>
    <message>
        <source>DeepSeek-OCR</source>
        <translation>DeepSeek-OCR</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>As a formula</source>
        <translation>Als Formel</translation>
    </message>
    <message>
        <source>As a figure</source>
        <translation>Als Abbildung</translation>
    </message>
    <message>
        <source>%1 (no model is installed)</source>
        <translation>%1 (kein Modell installiert)</translation>
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
        <translation>wie die Seite</translation>
    </message>
    <message>
        <source>At a higher resolution</source>
        <translation>Mit höherer Auflösung</translation>
    </message>
    <message>
        <source>Reading with %1…</source>
        <translation>Wird mit %1 gelesen…</translation>
    </message>
    <message>
        <source>A table is read again as a whole: draw the rectangle around all of it</source>
        <translation>Eine Tabelle wird als Ganzes neu gelesen: ziehen Sie das Rechteck um die ganze</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu gelesen</translation>
    </message>
    <message>
        <source>Taken from %1; Undo brings the old words back</source>
        <translation>Von %1 übernommen; „Rückgängig“ bringt die alten Wörter zurück</translation>
    </message>
    <message>
        <source>Drag a rectangle: %1</source>
        <translation>Ein Rechteck ziehen: %1</translation>
    </message>
    <message>
        <source>%1 – part of page %2</source>
        <translation>%1 – Teil von Seite %2</translation>
    </message>
    <message>
        <source>%1 – page %2</source>
        <translation>%1 – Seite %2</translation>
    </message>
    <message>
        <source>This task needs DeepSeek-OCR. Install the model, or name a server in the settings; Tesseract only reads.</source>
        <translation>Diese Aufgabe braucht DeepSeek-OCR. Installieren Sie das Modell, oder nennen Sie in den Einstellungen einen Server; Tesseract liest nur.</translation>
    </message>
    <message>
        <source>Asking: %1…</source>
        <translation>Wird gefragt: %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) still to be answered…</source>
        <translation>
            <numerusform>%n Frage ist noch offen…</numerusform>
            <numerusform>%n Fragen sind noch offen…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 places)</source>
        <translation>%1 (%2 Stellen)</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
</context>
<context>
    <name>main_window::Session</name>
    <message>
        <source>Read as a picture: the file is one</source>
        <translation>Als Bild gelesen: die Datei ist eines</translation>
    </message>
</context>
<context>
    <name>main_window::StartPage</name>
    <message>
        <source>Drop a PDF, a scan or a photo here</source>
        <translation>Ziehen Sie ein PDF, einen Scan oder ein Foto hierher</translation>
    </message>
    <message>
        <source>Its pages are read at once, the first one first. Nothing leaves this computer, and your file is never changed.</source>
        <translation>Seine Seiten werden gleich gelesen, die erste zuerst. Nichts verlässt diesen Rechner, und Ihre Datei wird nie verändert.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>Zuletzt geöffnete Dokumente</translation>
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
        <translation>Lesefortschritt</translation>
    </message>
</context>
<context>
    <name>page_view::BlockBar</name>
    <message>
        <source>What can be done with this block</source>
        <translation>Was mit diesem Block getan werden kann</translation>
    </message>
</context>
<context>
    <name>page_view::PageCanvas</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Drawing the page…</source>
        <translation>Die Seite wird gezeichnet…</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>page_view::PageStrip</name>
    <message>
        <source>Decide by what the page is</source>
        <translation>Nach der Seite entscheiden</translation>
    </message>
    <message>
        <source>Keep the text of the file</source>
        <translation>Den Text der Datei behalten</translation>
    </message>
    <message>
        <source>Read the picture with Tesseract</source>
        <translation>Das Bild mit Tesseract lesen</translation>
    </message>
    <message>
        <source>Read the picture with DeepSeek-OCR</source>
        <translation>Das Bild mit DeepSeek-OCR lesen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Click for another way to read this page</source>
        <translation>Klicken, um diese Seite anders zu lesen</translation>
    </message>
    <message>
        <source>%1.
%2.</source>
        <translation>%1.
%2.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Being played from a recording</source>
        <translation>Läuft als Aufzeichnung ab</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Being read by %1</source>
        <translation>Wird von %1 gelesen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Text kept</source>
        <translation>Text behalten</translation>
    </message>
    <message>
        <source>Played from a recording</source>
        <translation>Aus einer Aufzeichnung</translation>
    </message>
    <message>
        <source>Picture read by %1</source>
        <translation>Bild gelesen von %1</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1, teilweise</translation>
    </message>
</context>
<context>
    <name>pages::PagesModel</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>teilweise gelesen</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Page %1, %2</source>
        <translation>Seite %1, %2</translation>
    </message>
</context>
<context>
    <name>pages::PagesPanel</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>preview::ParsePreview</name>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Rendered parse</source>
        <translation>Gelesenes, gesetzt</translation>
    </message>
    <message>
        <source>The rendered parse cannot be shown: a part of Recto is missing. Install Recto anew; meanwhile the source shows the same text.</source>
        <translation>Das Gelesene kann hier nicht gesetzt gezeigt werden: Ein Teil von Recto fehlt. Installieren Sie Recto neu; derselbe Text steht inzwischen in der Quelle.</translation>
    </message>
</context>
<context>
    <name>review::AnswersPanel</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Nothing was asked yet. Choose a task in the Tools menu.</source>
        <translation>Noch wurde nichts gefragt. Wählen Sie eine Aufgabe im Menü „Werkzeuge“.</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Diese Antwort kopieren</translation>
    </message>
    <message>
        <source>Close this answer</source>
        <translation>Diese Antwort schließen</translation>
    </message>
</context>
<context>
    <name>review::CandidateBar</name>
    <message>
        <source>Read again</source>
        <translation>Neu gelesen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Put these words in place of the old ones (Enter)</source>
        <translation>Diese Wörter an die Stelle der alten setzen (Eingabe)</translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation>Nächster Vorschlag</translation>
    </message>
    <message>
        <source>Look at the next candidate (Tab)</source>
        <translation>Den nächsten Vorschlag ansehen (Tab)</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>Anders lesen…</translation>
    </message>
    <message>
        <source>Read it in another way as well</source>
        <translation>Zusätzlich auf andere Weise lesen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 – candidate %2 of %3</source>
        <translation>%1 – Vorschlag %2 von %3</translation>
    </message>
    <message>
        <source>Nothing was read there.</source>
        <translation>Dort wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>It reads the same: %1</source>
        <translation>Es liest sich gleich: %1</translation>
    </message>
</context>
<context>
    <name>ui_locate::Finder</name>
    <message>
        <source>No model is installed that knows things; text is found without one</source>
        <translation>Kein Modell ist installiert, das Dinge kennt; Text wird auch ohne gefunden</translation>
    </message>
    <message>
        <source>Install DeepSeek-OCR or name a server in the settings</source>
        <translation>Installieren Sie DeepSeek-OCR oder nennen Sie in den Einstellungen einen Server</translation>
    </message>
</context>
<context>
    <name>ui_locate::LocateBar</name>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words, or a thing on the page: “red stamp”</source>
        <translation>Wörter oder ein Ding auf der Seite: „roter Stempel“</translation>
    </message>
    <message>
        <source>What to locate</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>Das Modell fragen</translation>
    </message>
    <message>
        <source>Let the model look for it on this page (Ctrl+Enter)</source>
        <translation>Das Modell auf dieser Seite suchen lassen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>ui_locate::PlacesModel</name>
    <message>
        <source>Page %1 · %2</source>
        <translation>Seite %1 · %2</translation>
    </message>
    <message>
        <source>Page %1, %2: %3</source>
        <translation>Seite %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui_locate::ResultsView</name>
    <message>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
</context>
</TS>
