// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/document_output.h"
#include "app/cli/interrupt.h"
#include "app/cli/official_results.h"
#include "app/cli/plan.h"
#include "app/cli/progress.h"
#include "app/pipeline/digitize_sources.h"

#include <memory>

namespace cli {

/// One run of `recto convert`: what is planned is read, written and told. One thread; the reading has its own.
class Conversion {
public:
    Conversion(const ConvertArguments &arguments, Plan plan, Console &console, const Interrupt &interrupt);

    /// @return the exit code.
    [[nodiscard]] int run(pipeline::Engine &engine, const QString &password);

private:
    using Answer = pipeline::RunListener::Answer;
    /// The source that is being handed over.
    struct Current {
        size_t index = 0;
        std::unique_ptr<DocumentOutput> output;
        std::unique_ptr<OfficialResults> results; ///< with --save-results
        qsizetype pages = 0; ///< of the whole document
        bool hasAnyPage = false;
        Progress::Time begin;
    };

    Answer opened(size_t source, const base::Result<document::Document> &document, const QList<int> &pages);
    Answer read(const document::PageContent &content, std::chrono::milliseconds took);
    void finished();
    void convertProject(size_t index, const QString &password);
    void finishResults(const PlannedSource &source);
    void tellTokens(const PlannedSource &source, const document::PageContent &content);
    void tellMissingModel(const document::Page &page);
    [[nodiscard]] base::NativePath resultsFolder(const PlannedSource &source) const;
    void fail(const PlannedSource &source, int page, const base::Error &error);
    void failAll(const PlannedSource &source, const std::vector<base::Error> &errors);
    void tell(const PlannedSource &source, const char *event, QJsonObject fields = {});
    void showProgress(size_t source, int page);
    [[nodiscard]] pipeline::RunOptions runOptions(const QString &password) const;
    [[nodiscard]] int exitCode() const;

    const ConvertArguments &m_arguments;
    const Plan m_plan;
    Console &m_console;
    const Interrupt &m_interrupt;
    Progress m_progress;
    bool m_lacksModel = false; ///< Tesseract reads because there is nothing better, and nobody was told
    Current m_current;
    bool m_hasFailure = false;
    bool m_hasReadPage = false;
};

} // namespace cli
