// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <vector>

namespace intake {

/// One file to convert, found under what the person named.
struct ListedSource {
    base::NativePath path; ///< the file itself
    base::NativePath
        relative; ///< its place under the folder that was named ("a/b.pdf"); the bare name for a named file
};

/// A file or a folder below the folder that was named, which may not be read: whether it is a document cannot be told.
struct UnreadableSource {
    base::NativePath path;
    base::Error error; ///< FileUnreadable
};

struct SourceList {
    std::vector<ListedSource> sources; ///< natural order (page2 before page10), folders depth first
    std::vector<UnreadableSource> unreadable; ///< in the same order
    int passedOver = 0; ///< files in folders whose content is no document
};

/// A file or a folder (recursively) becomes the list of documents in it. A file named by itself is always listed; in folders
/// only files whose content is a document of a known type. Links to folders are not followed. FIFOs, sockets and devices are
/// never opened.
/// @return FileUnreadable when @p path is not there, may not be read, or is neither file nor folder.
[[nodiscard]] base::Result<SourceList> listSources(const base::NativePath &path);

} // namespace intake
