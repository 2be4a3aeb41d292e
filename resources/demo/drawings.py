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


# What stands in the place of pictures that were on the typeset pages: drawings of our own, in the greys of those pages.

def laid(image, box):
    """A drawing function's hand within a box: places as shares of it, lengths as shares of its smaller side."""
    draw = ImageDraw.Draw(image)
    x0, y0, x1, y1 = box
    side = min(x1 - x0, y1 - y0)

    def at(*places):
        return [(x0 + (x1 - x0) * x, y0 + (y1 - y0) * y) for x, y in places]
    return draw, at, side


def town_map(image, box):
    """A river, roads, blocks of houses, a park."""
    draw, at, side = laid(image, box)
    draw.rectangle(box, fill=244)
    for left, top, right, bottom in [(0.05, 0.06, 0.2, 0.2), (0.28, 0.06, 0.47, 0.2), (0.05, 0.3, 0.2, 0.47), (0.28, 0.3, 0.47, 0.47),
                                     (0.55, 0.06, 0.68, 0.2), (0.28, 0.57, 0.4, 0.72), (0.05, 0.57, 0.2, 0.72), (0.05, 0.82, 0.2, 0.94),
                                     (0.78, 0.62, 0.94, 0.74), (0.78, 0.84, 0.94, 0.94)]:
        draw.rectangle([*at((left, top), (right, bottom))], fill=226, outline=206)
    draw.rounded_rectangle([*at((0.55, 0.3), (0.7, 0.47))], side * 0.04, fill=212)
    for x, y in [(0.585, 0.35), (0.63, 0.42), (0.665, 0.35)]:
        place = at((x, y))[0]
        draw.ellipse([place[0] - side * 0.018, place[1] - side * 0.018, place[0] + side * 0.018, place[1] + side * 0.018], fill=178)
    river = [(1.1, 0.02), (0.86, 0.2), (0.8, 0.38), (0.7, 0.56), (0.56, 0.68), (0.5, 0.82), (0.44, 1.1)]
    draw.line(at(*river), fill=188, width=int(side * 0.07), joint="curve")
    for road in ([(0.24, 0), (0.24, 1)], [(0, 0.25), (0.74, 0.25), (1, 0.3)], [(0.51, 0), (0.51, 0.5), (0.72, 0.78), (0.72, 1)], [(0, 0.52), (1, 0.52)],
                 [(0, 0.77), (0.42, 0.77), (1, 0.79)]):
        draw.line(at(*road), fill=196, width=int(side * 0.034), joint="curve")
        draw.line(at(*road), fill=255, width=int(side * 0.024), joint="curve")
    place = at((0.51, 0.25))[0]
    draw.ellipse([place[0] - side * 0.03, place[1] - side * 0.03, place[0] + side * 0.03, place[1] + side * 0.03], fill=90, outline=255, width=max(2, int(side * 0.008)))
    draw.rectangle(box, outline=170)


def towers(image, box):
    """Three blocks of flats."""
    draw, at, side = laid(image, box)
    draw.rectangle(box, fill=240)
    draw.rectangle([*at((0, 0.84), (1, 1))], fill=214)
    for left, top, right, shade in [(0.12, 0.32, 0.32, 206), (0.38, 0.14, 0.6, 192), (0.66, 0.42, 0.88, 206)]:
        draw.rectangle([*at((left, top), (right, 0.88))], fill=shade)
        for row in range(int((0.82 - top) / 0.1)):
            for column in range(3):
                x = left + (right - left) * (0.14 + 0.27 * column)
                y = top + 0.05 + 0.1 * row
                draw.rectangle([*at((x, y), (x + (right - left) * 0.18, y + 0.05))], fill=246)
    draw.rectangle(box, outline=170)


def phases(image, box):
    """Pressure over temperature: the lines between solid, liquid and vapour."""
    draw, at, side = laid(image, box)
    line = max(2, int(side * 0.008))
    draw.line(at((0.12, 0.04), (0.12, 0.9), (0.98, 0.9)), fill=40, width=line)
    draw.line(at((0.14, 0.84), (0.26, 0.78), (0.36, 0.7), (0.44, 0.6)), fill=90, width=line + 1, joint="curve")
    draw.line(at((0.44, 0.6), (0.58, 0.5), (0.72, 0.37), (0.84, 0.22)), fill=90, width=line + 1, joint="curve")
    draw.line(at((0.44, 0.6), (0.5, 0.34), (0.54, 0.08)), fill=90, width=line + 1, joint="curve")
    for x, y in [(0.44, 0.6), (0.84, 0.22)]:
        place = at((x, y))[0]
        draw.ellipse([place[0] - 2 * line, place[1] - 2 * line, place[0] + 2 * line, place[1] + 2 * line], fill=40)
    letters = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", max(10, int(side * 0.075)))
    for x, y, text in [(0.28, 0.36, "α"), (0.68, 0.22, "β"), (0.68, 0.7, "γ"), (0.05, 0.06, "P"), (0.95, 0.96, "T")]:
        draw.text(at((x, y))[0], text, font=letters, fill=40, anchor="mm")


PICTURES = {"formulas": [phases], "tables": [town_map], "cut-short": [town_map, towers, towers]}


def place(page, box, drawing):
    """Draws into a box of a page, and not a pixel beside it."""
    part = Image.new("L", (box[2] - box[0] + 1, box[3] - box[1] + 1), 255)
    drawing(part, (0, 0, part.width - 1, part.height - 1))
    page.paste(part, (box[0], box[1]))
