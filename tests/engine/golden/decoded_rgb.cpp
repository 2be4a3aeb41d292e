// SPDX-License-Identifier: GPL-3.0-or-later
// decoded_rgb FILE: the picture as the engine sees it before any resizing, as a PPM on standard output (for pillow_difference.py).
#include "engine/cli/picture_file.h"

#include <cstdio>
#include <exception>

int main(int argumentCount, char **arguments)
try {
    if (argumentCount != 2) {
        std::fprintf(stderr, "usage: decoded_rgb FILE\n");
        return 2;
    }
    const base::Rgb8Image picture = cli::readPicture(arguments[1], {});
    std::printf("P6\n%d %d\n255\n", picture.width, picture.height);
    return std::fwrite(picture.pixels.data(), 1, picture.pixels.size(), stdout) == picture.pixels.size() ? 0 : 1;
} catch (const std::exception &fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
}
