# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of our own with what the model is documented to answer about them. Written, not recorded: no model was asked."""
import math
import typing

from PIL import Image, ImageDraw, ImageFont

MARKDOWN = "<|grounding|>Convert the document to markdown."
FIGURE = "Parse the figure."
SCALE = 2  # drawn larger and made smaller: smooth edges


class Answer(typing.NamedTuple):
    name: str
    prompt: str
    transcript: str


class Drawing(typing.NamedTuple):
    name: str
    draw: typing.Callable[[], Image.Image]
    answers: list


def face(size, bold=False):
    return ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans%s.ttf" % ("-Bold" if bold else ""), size * SCALE)


def canvas(width, height, colour="white"):
    image = Image.new("RGB", (width * SCALE, height * SCALE), colour)
    return image, ImageDraw.Draw(image)


def finished(image):
    return image.resize((image.width // SCALE, image.height // SCALE), Image.LANCZOS)


def scaled(*values):
    return tuple(int(v * SCALE) for v in values)


SEASONS = ["Spring", "Summer", "Autumn", "Winter"]
VISITORS = {"Museum": [420, 610, 540, 380], "Garden": [710, 960, 450, 120], "Library": [330, 250, 410, 520]}


def chart():
    image, draw = canvas(900, 620)
    draw.text(scaled(450, 34), "Visitors by season, in thousands", font=face(24, True), fill="#222", anchor="mm")
    left, top, right, bottom = 90, 80, 850, 500
    for value in range(0, 1001, 200):
        y = bottom - (bottom - top) * value / 1000
        draw.line(scaled(left, y, right, y), fill="#d8d8d8", width=SCALE)
        draw.text(scaled(left - 10, y), str(value), font=face(15), fill="#444", anchor="rm")
    colours = {"Museum": "#2f6db5", "Garden": "#4a9d5b", "Library": "#d08a2c"}
    for number, season in enumerate(SEASONS):
        x = left + (right - left) * (number + 0.5) / len(SEASONS)
        for place, (name, values) in enumerate(VISITORS.items()):
            height = (bottom - top) * values[number] / 1000
            x0 = x - 66 + place * 45
            draw.rectangle(scaled(x0, bottom - height, x0 + 40, bottom), fill=colours[name])
            draw.text(scaled(x0 + 20, bottom - height - 10), str(values[number]), font=face(12), fill="#333", anchor="mm")
        draw.text(scaled(x, bottom + 22), season, font=face(17), fill="#222", anchor="mm")
    draw.line(scaled(left, bottom, right, bottom), fill="#444", width=2 * SCALE)
    for place, (name, colour) in enumerate(colours.items()):
        x = 290 + place * 130
        draw.rectangle(scaled(x, 566, x + 18, 584), fill=colour)
        draw.text(scaled(x + 26, 575), name, font=face(16), fill="#222", anchor="lm")
    return finished(image)


def chart_table():
    head = "".join(f"<td>{name}</td>" for name in ["Season", *VISITORS])
    rows = "".join("<tr><td>" + season + "</td>" + "".join(f"<td>{v[n]}</td>" for v in VISITORS.values()) + "</tr>"
        for n, season in enumerate(SEASONS))
    return f"<table><tr>{head}</tr>{rows}</table>"


POINTS = {"A": (-10, -6), "B": (10, -6), "C": (4, 9), "M": (0, -6)}
SIDES = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "M")]
CENTRE, RADIUS = "O", 10.3
CENTRE_AT = (0, 1.2)


def on_axes(x, y, side=700):
    return (side * (x + 15) / 30, side * (15 - y) / 30)


def geometry():
    image, draw = canvas(700, 700)
    cx, cy = on_axes(*CENTRE_AT)
    r = 700 * RADIUS / 30
    draw.ellipse(scaled(cx - r, cy - r, cx + r, cy + r), outline="#222", width=3 * SCALE)
    for a, b in SIDES:
        draw.line(scaled(*on_axes(*POINTS[a]), *on_axes(*POINTS[b])), fill="#222", width=3 * SCALE)
    for name, at in [*POINTS.items(), (CENTRE, CENTRE_AT)]:
        x, y = on_axes(*at)
        draw.ellipse(scaled(x - 5, y - 5, x + 5, y + 5), fill="#222")
        draw.text(scaled(x + 18, y - 18), name, font=face(22), fill="#222", anchor="mm")
    return finished(image)


def geometry_literal():
    def at(p):
        return f"({p[0]}, {p[1]})"
    lines = ", ".join(f"'{at(POINTS[a])} -- {at(POINTS[b])}'" for a, b in SIDES)
    kinds = ", ".join("'--'" for _ in SIDES)
    ends = ", ".join(f"'{name}: {at(p)}'" for name, p in POINTS.items())
    return (f"{{'Line': {{'line': [{lines}], 'line_type': [{kinds}], 'line_endpoint': [{ends}]}}, "
            f"'Circle': {{'circle_center': ['{CENTRE}: {at(CENTRE_AT)}'], 'radius': [{RADIUS}]}}}}")


def molecule():
    """Acetylsalicylic acid as chemists draw it."""
    image, draw = canvas(760, 560)
    middle, r = (250, 390), 110
    ring = [(middle[0] + r * math.cos(math.radians(60 * k + 30)), middle[1] - r * math.sin(math.radians(60 * k + 30))) for k in range(6)]

    def bond(a, b, double=0):
        draw.line(scaled(*a, *b), fill="#111", width=4 * SCALE)
        if double:
            dx, dy = b[0] - a[0], b[1] - a[1]
            n = math.hypot(dx, dy)
            ox, oy = -dy / n * double, dx / n * double
            draw.line(scaled(a[0] + dx * .1 + ox, a[1] + dy * .1 + oy, b[0] - dx * .1 + ox, b[1] - dy * .1 + oy), fill="#111", width=4 * SCALE)

    def atom(at, text):
        draw.rectangle(scaled(at[0] - 15 * len(text), at[1] - 18, at[0] + 15 * len(text), at[1] + 18), fill="white")
        draw.text(scaled(*at), text, font=face(30), fill="#111", anchor="mm")

    for k in range(6):
        bond(ring[k], ring[(k + 1) % 6], 14 if k % 2 == 0 else 0)
    acid = (ring[1][0], ring[1][1] - 95)
    bond(ring[1], acid)
    o_double, o_single = (acid[0] - 90, acid[1] - 52), (acid[0] + 90, acid[1] - 52)
    bond(acid, o_double, 12)
    bond(acid, o_single)
    ester = (ring[0][0] + 95, ring[0][1] - 55)
    bond(ring[0], ester)
    carbonyl = (ester[0] + 95, ester[1] + 55)
    bond(ester, carbonyl)
    o_carbonyl, methyl = (carbonyl[0], carbonyl[1] + 100), (carbonyl[0] + 95, carbonyl[1] - 55)
    bond(carbonyl, o_carbonyl, 12)
    bond(carbonyl, methyl)
    for at, text in ((o_double, "O"), (o_single, "OH"), (ester, "O"), (o_carbonyl, "O")):
        atom(at, text)
    return finished(image)


def harbour():
    """A harbour on a fine day: something to describe, to count and to point at."""
    image, draw = canvas(1000, 700, "#bfe0f4")
    draw.ellipse(scaled(780, 60, 880, 160), fill="#ffd75e")
    draw.polygon(scaled(0, 330, 180, 210, 330, 290, 480, 190, 700, 330), fill="#8fb08a")
    draw.rectangle(scaled(0, 330, 1000, 700), fill="#3f7fb0")
    for y in range(360, 690, 36):
        for x in range((y * 7) % 80, 1000, 130):
            draw.line(scaled(x, y, x + 46, y), fill="#6aa3cc", width=2 * SCALE)
    draw.polygon(scaled(820, 330, 840, 140, 880, 140, 900, 330), fill="#f6f4ee")  # lighthouse
    draw.polygon(scaled(828, 256, 834, 200, 886, 200, 892, 256), fill="#c8372f")
    draw.rectangle(scaled(838, 108, 882, 140), fill="#3b3f45")
    draw.polygon(scaled(832, 108, 860, 84, 888, 108), fill="#c8372f")
    for x, colour in ((60, "#e8d3a2"), (190, "#d8a48f")):  # houses
        draw.rectangle(scaled(x, 240, x + 100, 330), fill=colour)
        draw.polygon(scaled(x - 10, 240, x + 50, 190, x + 110, 240), fill="#8b4a3a")
        draw.rectangle(scaled(x + 38, 280, x + 62, 330), fill="#5a4636")

    def boat(x, y, hull, sail):
        draw.polygon(scaled(x, y, x + 200, y, x + 165, y + 50, x + 35, y + 50), fill=hull)
        draw.line(scaled(x + 100, y, x + 100, y - 160), fill="#4d3a2a", width=5 * SCALE)
        draw.polygon(scaled(x + 106, y - 156, x + 106, y - 14, x + 182, y - 14), fill=sail)
        draw.polygon(scaled(x + 94, y - 130, x + 94, y - 14, x + 40, y - 14), fill=sail)

    boat(150, 520, "#c8372f", "#fbfaf4")
    boat(560, 470, "#26476b", "#f0e6c8")
    for x, y in ((430, 120), (500, 90), (560, 140)):  # gulls
        draw.arc(scaled(x - 18, y - 8, x, y + 10), 200, 340, fill="#444", width=3 * SCALE)
        draw.arc(scaled(x, y - 8, x + 18, y + 10), 200, 340, fill="#444", width=3 * SCALE)
    return finished(image)


def box(x0, y0, x1, y1, width=1000, height=700):
    return "[%d, %d, %d, %d]" % (x0 * 999 / width, y0 * 999 / height, x1 * 999 / width, y1 * 999 / height)


def named(name, *boxes):
    return f"<|ref|>{name}<|/ref|><|det|>[{', '.join(boxes)}]<|/det|>\n"


RED_BOAT, BLUE_BOAT = box(150, 360, 350, 570), box(560, 310, 760, 520)
LIGHTHOUSE, SUN = box(820, 84, 900, 330), box(780, 60, 880, 160)
HOUSES = (box(50, 190, 170, 330), box(180, 190, 300, 330))
GULLS = (box(412, 110, 448, 132), box(482, 80, 518, 102), box(542, 130, 578, 152))
OBJECTS = (named("sailing boat", RED_BOAT, BLUE_BOAT) + named("lighthouse", LIGHTHOUSE) + named("house", *HOUSES) + named("sun", SUN)
    + named("gull", *GULLS))
DESCRIPTION = """The picture shows a small harbour on a clear day. In the foreground two sailing boats lie on calm blue water: on the left a boat \
with a red hull and white sails, further back on the right one with a dark blue hull and cream sails.

On the shore behind them stand two houses with brown roofs, one sand-coloured and one pink. To the right rises a white lighthouse with a red \
band and a red roof. Green hills close the view, the sun stands above the lighthouse, and three gulls fly in the middle of the sky."""
DESCRIPTION_ZH = """图片展示了一个晴朗日子里的小港湾。前景平静的蓝色水面上有两艘帆船:左边一艘船身为红色,白帆;右后方一艘船身为深蓝色,米色船帆。

岸上有两座棕色屋顶的房子,一座沙黄色,一座粉红色。右侧矗立着一座白色灯塔,塔身有一条红色环带,塔顶也是红色。远处是绿色的山丘,太阳挂在灯塔上方,天空中有三只海鸥在飞翔。"""


def candles():
    """A chart of prices without any text that matters: what made the model repeat itself."""
    image, draw = canvas(900, 560)
    value, seed = 280.0, 7
    for number in range(48):
        seed = (seed * 1103515245 + 12345) % 2**31
        step = (seed / 2**31 - 0.48) * 46
        top, bottom = min(value, value + step), max(value, value + step)
        x = 50 + number * 17
        colour = "#3a8f5a" if step < 0 else "#b8453a"
        draw.line(scaled(x + 5, top - 14, x + 5, bottom + 14), fill=colour, width=2 * SCALE)
        draw.rectangle(scaled(x, top, x + 10, max(bottom, top + 3)), fill=colour)
        value = max(90, min(450, value + step))
    draw.line(scaled(40, 500, 880, 500), fill="#444", width=2 * SCALE)
    draw.text(scaled(450, 530), "BRK.B", font=face(16), fill="#333", anchor="mm")
    return finished(image)


def whole(label):
    return f"<|ref|>{label}<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\n"


ALL = [
    Drawing("chart", chart, [
        Answer("markdown", MARKDOWN, named("title", "[181, 34, 818, 76]") + "# Visitors by season, in thousands  \n\n"
            + named("image", "[30, 110, 960, 960]")),
        Answer("figure", FIGURE, chart_table())]),
    Drawing("geometry", geometry, [
        Answer("markdown", MARKDOWN, whole("image")),
        Answer("figure", FIGURE, geometry_literal())]),
    Drawing("molecule", molecule, [
        Answer("markdown", MARKDOWN, whole("image")),
        Answer("figure", FIGURE, "CC(=O)OC1=CC=CC=C1C(=O)O")]),
    Drawing("harbour", harbour, [
        Answer("markdown", MARKDOWN, whole("image")),
        Answer("describe", "Describe this image in detail.", DESCRIPTION),
        Answer("describe-zh", "请详细描述这张图片。", DESCRIPTION_ZH),
        Answer("objects", "Identify all objects in the image and output them in bounding boxes.", OBJECTS),
        Answer("figure", FIGURE, DESCRIPTION),
        *[Answer(f"locate-{name.replace(' ', '-')}", f"Locate <|ref|>{name}<|/ref|> in the image.", named(name, *boxes)) for name, boxes in (
            ("red boat", (RED_BOAT,)), ("the red boat", (RED_BOAT,)), ("boats", (RED_BOAT, BLUE_BOAT)), ("lighthouse", (LIGHTHOUSE,)),
            ("the lighthouse", (LIGHTHOUSE,)), ("gulls", GULLS), ("sun", (SUN,)))]]),
]
