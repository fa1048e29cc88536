package dibs.backend.catalog;

import dibs.backend.policy.cases.WrittenCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files of written cases: all of them, or every fault at once. */
public final class CaseFile {
    private CaseFile() {}

    /** What came of reading a file of cases. */
    public sealed interface Read {
        /** All of it holds together. */
        record Loaded(List<WrittenCase> cases) implements Read {
            public Loaded {
                cases = List.copyOf(cases);
            }
        }

        /**
         * It does not, and nothing of it counts.
         *
         * @param faults every fault there is, by line; at least one
         */
        record Faulty(List<Fault> faults) implements Read {
            public Faulty {
                faults = faults.stream().sorted().distinct().toList();
            }
        }
    }

    /**
     * The cases of a file, its words read as the configuration has them. Faults give the file as it was named.
     *
     * @param path of at most 5 MB
     */
    public static Read load(Path path, DibsConfig config) {
        List<Fault> faults = new ArrayList<>();
        String file = path.toString();
        Optional<String> text = ConfigFile.read(path, file, ConfigFile.Advice.CASES, faults);
        return text.isEmpty() ? new Read.Faulty(faults) : parse(file, text.get(), config, faults);
    }

    /**
     * The cases of a text.
     *
     * @param file the name that faults give
     */
    public static Read parse(String file, String text, DibsConfig config) {
        return parse(file, text, config, new ArrayList<>());
    }

    private static Read parse(String file, String text, DibsConfig config, List<Fault> faults) {
        List<WrittenCase> cases = new ArrayList<>();
        YamlReader.read(file, text, faults).ifPresent(document -> {
            CaseReader reader = new CaseReader(config.catalog(), config.policy(), faults);
            cases.addAll(reader.read(new Located(document.root(), document.at(""))));
        });
        return faults.isEmpty() ? new Read.Loaded(cases) : new Read.Faulty(faults);
    }
}
