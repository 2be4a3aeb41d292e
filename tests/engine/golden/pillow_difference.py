# SPDX-License-Identifier: GPL-3.0-or-later
"""pillow_difference.py DECODED_RGB [FILE…]: how far the engine's decoders are from Pillow's, by kind of file.

Pillow 11.1.0 (the model's reference) writes pictures of every kind, among them every row of the golden table convert_rgb that a
file can hold; both sides decode them and the FILEs, and the largest and mean difference in levels is printed. Measured, not judged:
only the kinds that both must read alike (all but JPEG, JPEG 2000, CMYK JPEG and 16-bit grey) make the exit code 1."""
import io
import pathlib
import subprocess
import sys
import tempfile

import numpy
from PIL import Image, ImageOps

MAY_DIFFER = ("JPEG", "JPEG 2000", "16-bit grey", "WebP lossy")


def wave(channels, width=131, height=97):
    y, x = numpy.mgrid[0:height, 0:width]
    planes = [(7 * x + 13 * y + 29 * c + x * y // 32 + 96 * (((x // 8) ^ (y // 16)) & 1)) % 256 for c in range(channels)]
    return numpy.stack(planes, -1).astype(numpy.uint8)


def photo(channels):
    """Smooth, as scans and photographs are: what a lossy decoder is for."""
    return numpy.asarray(Image.fromarray(wave(3)).resize((400, 300), Image.BICUBIC).convert({1: "L", 3: "RGB", 4: "CMYK"}[channels])
                         ).reshape(300, 400, channels)


def made(folder):
    """(kind, file) of each picture written."""
    def save(kind, name, picture, **options):
        path = folder / name
        picture.save(path, **options)
        return kind, path
    rgb, grey = Image.fromarray(wave(3)), Image.fromarray(wave(1)[:, :, 0])
    rgba = Image.fromarray(wave(4), "RGBA")
    palette = grey.copy()
    palette.putpalette([v for i in range(256) for v in (i, 255 - i, (i * 7) % 256)])
    deep = Image.fromarray((numpy.arange(131 * 97, dtype=numpy.uint32).reshape(97, 131) * 5 % 65536).astype(numpy.uint16))
    yield save("PNG", "rgb.png", rgb)
    yield save("PNG", "grey.png", grey)
    yield save("PNG", "bits.png", grey.convert("1"))
    yield save("palette", "palette.png", palette)
    yield save("palette", "palette.bmp", palette)
    yield save("palette", "palette.tif", palette)
    yield save("palette", "palette-alpha.png", palette, transparency=7)
    yield save("alpha", "rgba.png", rgba)
    yield save("alpha", "grey-alpha.png", Image.merge("LA", (grey, grey.rotate(180))))
    yield save("alpha", "rgba.webp", rgba, lossless=True, exact=True)
    yield save("alpha", "rgba.tif", rgba)
    yield save("16-bit grey", "deep.png", deep)
    yield save("16-bit grey", "deep.tif", deep)
    yield save("TIFF", "rgb-lzw.tif", rgb, compression="tiff_lzw")
    yield save("CMYK TIFF", "cmyk.tif", Image.fromarray(wave(4), "CMYK"))
    yield save("BMP", "rgb.bmp", rgb)
    yield save("GIF", "palette.gif", palette)
    yield save("GIF", "bits.gif", grey.convert("1"))
    yield save("GIF", "moving.gif", palette, save_all=True, append_images=[palette.rotate(180)], transparency=7)
    yield save("GIF", "colours.gif", rgb)
    yield save("moving WebP", "moving.webp", rgba, lossless=True, exact=True, save_all=True, append_images=[rgba.rotate(180)])
    yield save("WebP lossless", "rgb.webp", rgb, lossless=True)
    yield save("WebP lossy", "lossy.webp", Image.fromarray(photo(3)), quality=80)
    for quality in (50, 75, 95):
        for subsampling in (0, 1, 2):
            yield save("JPEG", f"q{quality}-{subsampling}.jpg", Image.fromarray(photo(3)), quality=quality, subsampling=subsampling)
    yield save("JPEG", "progressive.jpg", Image.fromarray(photo(3)), quality=80, progressive=True)
    yield save("JPEG", "grey.jpg", Image.fromarray(photo(1)[:, :, 0]), quality=80)
    yield save("JPEG", "cmyk.jpg", Image.fromarray(photo(4), "CMYK"), quality=90)
    yield save("JPEG 2000", "lossless.jp2", Image.fromarray(photo(3)), irreversible=False)
    yield save("JPEG 2000", "lossy.jp2", Image.fromarray(photo(3)), quality_mode="rates", quality_layers=[20], irreversible=True)
    yield save("JPEG 2000", "grey.j2k", Image.fromarray(photo(1)[:, :, 0]))
    exif = Image.Exif()
    exif[0x0112] = 6
    yield save("PNG", "turned.png", rgb, exif=exif)


def pillows(path):
    return numpy.asarray(ImageOps.exif_transpose(Image.open(path)).convert("RGB"))


def main(program, files):
    with tempfile.TemporaryDirectory() as folder:
        pairs = [*made(pathlib.Path(folder)), *(("given files", pathlib.Path(f)) for f in files)]
        kinds = {}
        for kind, path in pairs:
            run = subprocess.run([program, str(path)], capture_output=True)
            try:
                theirs = pillows(path)
            except Exception as fault:  # any refusal of Pillow's is only told
                print(f"  {path.name}: Pillow refuses it ({fault}); the engine {'refuses it too' if run.returncode else 'reads it'}")
                continue
            if run.returncode:
                print(f"  {path.name}: the engine refuses it ({run.stderr.decode().strip()})")
                kinds.setdefault(kind, []).append((path.name, 255, 255.0))
                continue
            ours = numpy.asarray(Image.open(io.BytesIO(run.stdout)))
            same = ours.shape == theirs.shape
            difference = numpy.abs(ours.astype(int) - theirs) if same else numpy.full(1, 255)
            kinds.setdefault(kind, []).append((path.name, int(difference.max()), float(difference.mean())))
    failed = False
    print(f"{'kind':15} {'files':>5} {'equal':>5} {'largest':>8} {'mean':>8}")
    for kind, results in kinds.items():
        worst = max(results, key=lambda r: r[1])
        wrong = worst[1] > 0 and kind not in MAY_DIFFER
        failed |= wrong
        print(f"{kind:15} {len(results):5} {sum(r[1] == 0 for r in results):5} {worst[1]:8} {max(r[2] for r in results):8.4f}"
              f"{'  ' + worst[0] if worst[1] else ''}{'  MUST BE EQUAL' if wrong else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
