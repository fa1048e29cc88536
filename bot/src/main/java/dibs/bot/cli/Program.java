package dibs.bot.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the command line can start; each returns the exit code. */
public interface Program {
    /** Everything ended as asked. */
    int DONE = 0;

    /** The store, the port or a file cannot be opened, is in use or is bad. */
    int FAILED = 1;

    /** Wrong arguments or settings. */
    int USAGE = 2;

    /** Starts the server and stays until it is stopped. */
    int up();

    /**
     * Answers the lines of standard input.
     *
     * @param speaker who speaks where a line does not say it
     * @param database a path or a JDBC URL that goes before the setting
     */
    int chat(Optional<String> speaker, boolean json, Optional<String> database);

    /** Says what is wrong with a configuration file, or that nothing is. */
    int checkCatalog(Path file);

    /** Says what a configuration file would change in the built-in catalog. */
    int diffCatalog(Path file);

    /**
     * Holds the verdicts that files of cases expect against those of the rules.
     *
     * @param json whether as one JSON array; else as a table
     * @param text whether by the words of the questions; else by the fields of the cases
     * @param config the configuration file that goes before the setting
     */
    int testPolicy(List<Path> files, boolean json, boolean text, Optional<Path> config);

    /**
     * Says which verdicts a configuration file would change.
     *
     * @param all whether with every example; else with the first few
     * @param json whether as one JSON object; else in words
     * @param config the configuration file of now, which goes before the setting
     */
    int diffPolicy(Path file, boolean all, boolean json, Optional<Path> config);

    /** Says whether everything is as a start needs it, and what to mend. */
    int check();

    /**
     * Prints the manifest of a Slack app with the commands of the settings.
     *
     * @param socket whether for Socket Mode; else for requests over HTTP
     */
    int slackManifest(boolean socket);

    /**
     * Measures the program beside the least that could do the same.
     *
     * @param rounds how often each contestant has its turn
     * @param turn how long a turn lasts
     */
    int bench(int rounds, Duration turn);

    /**
     * Measures what it takes to end many leases at once.
     *
     * @param past beside how many leases that ended before
     * @param due how many at once
     */
    int benchSweep(int rounds, List<Integer> past, List<Integer> due);
}
