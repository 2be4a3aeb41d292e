// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace page_view {

/// Lets screen readers walk through the blocks of a page: each is a child of the canvas, in reading order, with its role and text.
/// Before the first canvas is asked for; further calls do nothing.
void installBlockAccessibles();

} // namespace page_view
