// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"
#include "app/ocr/engine_address.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace ocr {

/// Which engine is ours and where its files are.
struct EngineHome {
    base::NativePath program; ///< recto-engine; empty when it is not beside this program
    base::NativePath modelFolder; ///< empty: no network, Tesseract only
    base::NativePath runtimeFolder; ///< socket, token and locks; made 0700 when it is not there
    base::NativePath log; ///< the engine's output is appended here
    base::NativePath recordings; ///< for the reader replay; empty: none
    std::chrono::milliseconds startLimit{
        60'000}; ///< from start to the first good /health; loading a model takes its time
    std::chrono::milliseconds firstPause{100}; ///< before the second start in a row; doubled each time, 5 s at most
    std::chrono::milliseconds restAfterDeaths{60'000}; ///< no new start for this long after ten deaths in a row

    /// As the product has it: RECTO_ENGINE_PROGRAM or recto-engine beside this program; $XDG_RUNTIME_DIR/recto, else
    /// /tmp/recto-UID; engine.log beside recto.log; RECTO_RECORDINGS. @param modelFolder  made absolute.
    [[nodiscard]] static EngineHome standard(const base::NativePath &modelFolder);

    /// Its files in the runtime folder. The name holds a hash of the model, the recordings and the very program (an engine of
    /// another version, or from before a rebuild, is another engine).
    [[nodiscard]] base::NativePath file(
        const char *suffix) const; ///< ".sock", ".token", ".lock" (the engine's), ".start" (ours)
    [[nodiscard]] base::NativePath socket() const { return file(".sock"); }
};

/// Finds or starts our own engine: one for each user and model folder, shared by all windows and commands.
///
/// Any thread; callers that come while it starts wait for the same start. The engine outlives this object and ends by
/// itself RECTO_ENGINE_IDLE_S seconds after its last client (engine/server/README.md).
class EngineSupervisor {
public:
    explicit EngineSupervisor(EngineHome home);
    ~EngineSupervisor();

    /// An engine that answers /health, started when there is none. Cheap when it runs (one connect). Ask before each
    /// page.
    /// @return its address without a model; EngineUnreachable, in words that name no path and no exit code: those, and the engine's
    ///         last words, are the detail; after ten deaths in a row with how long it rests; Cancelled within 100 ms of a stop request.
    [[nodiscard]] base::Result<EngineAddress> running(std::stop_token stop);

    /// A page was answered: the deaths so far were not in a row.
    void answered();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ocr
