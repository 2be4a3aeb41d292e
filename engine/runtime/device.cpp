// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/device.h"

#include "engine/base/exceptions.h"
#include "engine/base/log.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <thread>
#include <unistd.h>

namespace runtime {

namespace {

/// OpenBLAS's own switch, where that is the library behind libtorch; null elsewhere.
auto openBlasThreads()
{
    return reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
}

/// Float32 means float32 on a GPU too, and every run takes the same kernels (specification 13.2, points 35 and 36).
void settleGpu()
{
    at::Context &context = at::globalContext();
    context.setAllowTF32CuDNN(false);
    context.setAllowTF32CuBLAS(false);
    context.setBenchmarkCuDNN(false);
    context.setDeterministicCuDNN(true);
}

} // namespace

c10::Device deviceNamed(const std::string &name)
{
    if (name == "cpu" || (name == "auto" && !at::hasCUDA()))
        return c10::Device(c10::kCPU);
    const std::string wanted = name == "auto" ? "cuda" : name;
    if (wanted.rfind("cuda", 0) != 0)
        throw base::BadRequest("device \"" + name + "\" is not known; there are cpu, cuda, cuda:N and auto");
    if (!at::hasCUDA())
        throw base::BadRequest("there is no GPU that this build of the engine can use");
    settleGpu();
    try {
        return c10::Device(wanted);
    } catch (const std::exception &) {
        throw base::BadRequest("device \"" + name + "\" is not known; there are cpu, cuda, cuda:N and auto");
    }
}

void setThreads(int threads)
{
    const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    at::set_num_threads(threads > 0 ? threads : processors);
    if (const auto set = openBlasThreads())
        set(1);
}

void makeThreadsPatient(char **arguments)
{
    if (std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("OMP_WAIT_POLICY", "passive", 1);
    setenv("GOMP_SPINCOUNT", "20000", 0); // some 0.3 ms: the wait between two products of a decoding step is shorter
    execv("/proc/self/exe", arguments);
}

void warnAboutSlowLibraries()
{
    static bool warned = false;
    if (std::exchange(warned, true))
        return;
    if (!openBlasThreads() && !at::hasMKL())
        base::log(base::LogLevel::Warning,
            "the BLAS behind libtorch is not OpenBLAS; with the reference BLAS reading is some 60 times slower "
            "(install libopenblas0-pthread)");
    if (const char *core = std::getenv("OPENBLAS_CORETYPE"))
        base::log(base::LogLevel::Warning,
            std::string("OPENBLAS_CORETYPE=") + core + " is set; it may hold the processor to half its speed");
}

} // namespace runtime
