// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/resting_memory.h"

#include <cstring>
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace base {

namespace {

/// Segments of files that cannot be written are the file as it is: dropped, they are mapped anew where they are touched. Relocated tables
/// are in segments that could be written once, and stay.
int giveBackCode(dl_phdr_info *object, size_t, void *)
{
    const bool isFile = *object->dlpi_name == '\0' || std::strchr(object->dlpi_name, '/'); // not the kernel's own
    const ElfW(Addr) page = static_cast<ElfW(Addr)>(sysconf(_SC_PAGESIZE));
    for (int i = 0; isFile && i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr) &segment = object->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD || segment.p_flags & PF_W)
            continue;
        const ElfW(Addr) start = object->dlpi_addr + segment.p_vaddr;
        const ElfW(Addr) from = (start + page - 1) / page * page; // whole pages that hold nothing else
        const ElfW(Addr) to = (start + segment.p_memsz) / page * page;
        if (from < to)
            madvise(reinterpret_cast<void *>(from), to - from, MADV_DONTNEED);
    }
    return 0;
}

} // namespace

void giveBackRestingMemory()
{
    malloc_trim(0);
    dl_iterate_phdr(giveBackCode, nullptr);
}

} // namespace base
