package dibs.bot;

import dibs.backend.catalog.CaseFile;
import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.DibsConfig;
import dibs.backend.policy.cases.WrittenCase;
import dibs.backend.policy.comparison.VerdictComparison;
import dibs.bot.cli.CaseReport;
import dibs.bot.cli.CaseRun;
import dibs.bot.cli.ComparisonReport;
import dibs.bot.cli.Program;
import dibs.bot.reply.Visible;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command line does with the rules of a configuration; it needs no store. */
final class PolicyCommands {
    private final DibsConfig config;
    private final PrintStream out;
    private final PrintStream err;

    PolicyCommands(DibsConfig config, PrintStream out, PrintStream err) {
        this.config = config;
        this.out = out;
        this.err = err;
    }

    /** Tests cases; all files have to be good before any is asked. Standard output has JSON and nothing else where it was asked for. */
    int test(List<Path> files, boolean json, boolean text) {
        List<WrittenCase> cases = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            switch (CaseFile.load(file, config)) {
                case CaseFile.Read.Loaded loaded -> cases.addAll(loaded.cases());
                case CaseFile.Read.Faulty faulty ->
                    faulty.faults().forEach(fault -> faults.add(Visible.of(fault.toString())));
            }
        }
        if (!faults.isEmpty()) {
            faults.forEach(err::println);
            return Program.FAILED;
        }
        CaseRun run = CaseRun.of(cases, config.catalog(), config.policy(), text);
        if (json) {
            out.println(CaseReport.json(run));
            run.summary().forEach(err::println);
        } else {
            CaseReport.table(run).forEach(out::println);
        }
        return run.passes() ? Program.DONE : Program.FAILED;
    }

    /** Compares what the file would make of the built-in configuration with the configuration of now. */
    int diff(Path file, boolean all, boolean json) {
        return switch (ConfigLoader.load(file)) {
            case ConfigResult.Faulty faulty -> {
                err.println(faulty.text());
                yield Program.FAILED;
            }
            case ConfigResult.Loaded loaded -> {
                VerdictComparison comparison = VerdictComparison.between(side(config), side(loaded.config()));
                if (json) {
                    out.println(ComparisonReport.json(comparison, all));
                } else {
                    ComparisonReport.text(comparison, all).forEach(out::println);
                }
                yield Program.DONE;
            }
        };
    }

    private static VerdictComparison.Side side(DibsConfig config) {
        return new VerdictComparison.Side(config.catalog(), config.policy());
    }
}
