<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>editor::SourcePane</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jobs::QueuePanel</name>
    <message numerus="yes">
        <source>Paused, %n page(s) waiting</source>
        <translation>
            <numerusform>Paused, %n page waiting</numerusform>
            <numerusform>Paused, %n pages waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) waiting</source>
        <translation>
            <numerusform>%n page waiting</numerusform>
            <numerusform>%n pages waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main_window::LocateControl</name>
    <message numerus="yes">
        <source>The model sees %n on page %1</source>
        <translation>
            <numerusform>The model sees %n on page %1</numerusform>
            <numerusform>The model sees %n on page %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main_window::MainWindow</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n page could not be read</numerusform>
            <numerusform>%n pages could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main_window::ReviewControl</name>
    <message numerus="yes">
        <source>%n question(s) still to be answered…</source>
        <translation>
            <numerusform>%n question still to be answered…</numerusform>
            <numerusform>%n questions still to be answered…</numerusform>
        </translation>
    </message>
</context>
</TS>
