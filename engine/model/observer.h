// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/exceptions.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>

namespace model {

/// Thrown out of a pass that was told to stop.
class Stopped : public base::Exception {
public:
    Stopped()
        : Exception("the work was given up because its caller left")
    {
    }
};

/// What a pass shows of itself, and whether it should go on. Both parts may be empty.
struct Observer {
    /// Called with each stage's name (specification golden names: "sam.block0", "decoder.layer3.experts") and value.
    std::function<void(const std::string &name, const at::Tensor &value)> stage;
    /// Asked between blocks; true gives the pass up.
    std::function<bool()> shouldStop;

    void see(const std::string &name, const at::Tensor &value) const
    {
        if (stage)
            stage(name, value);
    }
    /// @throws Stopped when the caller no longer wants the result.
    void goOn() const
    {
        if (shouldStop && shouldStop())
            throw Stopped();
    }
    /// The same with PREFIX before each name.
    Observer under(const std::string &prefix) const
    {
        Observer inner;
        if (stage)
            inner.stage = [outer = stage, prefix](
                              const std::string &name, const at::Tensor &value) { outer(prefix + name, value); };
        inner.shouldStop = shouldStop;
        return inner;
    }
};

} // namespace model
