// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/to_tensor.h"

#include "engine/base/exceptions.h"

#include <ATen/ops/empty.h>

#include <array>

namespace image {

namespace {

/// One value per pixel level, so each bit is as the definition has it whatever the vector unit.
template <class T>
std::array<T, 256> levels()
{
    std::array<T, 256> table;
    for (std::size_t level = 0; level < table.size(); ++level)
        table[level] = static_cast<T>((static_cast<float>(level) / 255.0f - 0.5f) / 0.5f);
    return table;
}

template <class T>
void fill(T *target, std::span<const base::Rgb8Image> views)
{
    const auto table = levels<T>();
    for (const base::Rgb8Image &view : views) {
        const std::size_t pixels = view.pixels.size() / 3;
        for (std::size_t i = 0; i < pixels; ++i)
            for (std::size_t channel = 0; channel < 3; ++channel)
                target[channel * pixels + i] = table[view.pixels[3 * i + channel]];
        target += 3 * pixels;
    }
}

} // namespace

at::Tensor toTensor(std::span<const base::Rgb8Image> views, at::ScalarType type)
{
    if (views.empty())
        throw base::ShapeError("toTensor: no view");
    for (const base::Rgb8Image &view : views)
        if (view.width != views[0].width || view.height != views[0].height || view.isEmpty())
            throw base::ShapeError("toTensor: the views differ in size or are empty");
    if (type != at::kFloat && type != at::kBFloat16)
        throw base::ShapeError("toTensor: float32 or bfloat16 is needed");
    at::Tensor tensor = at::empty(
        {static_cast<std::int64_t>(views.size()), 3, views[0].height, views[0].width}, at::TensorOptions(type));
    if (type == at::kFloat)
        fill(tensor.mutable_data_ptr<float>(), views);
    else
        fill(tensor.mutable_data_ptr<at::BFloat16>(), views);
    return tensor;
}

at::Tensor toTensor(const base::Rgb8Image &view, at::ScalarType type)
{
    return toTensor(std::span(&view, 1), type);
}

} // namespace image
