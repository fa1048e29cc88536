package dibs.backend.policy;

import java.util.List;
import java.util.Optional;

/** Puts the names of a question into the sentences of a policy. */
final class Wording {
    private static final String NOBODY = "nobody that the catalog names";

    private Wording() {}

    /**
     * The sentence with {@code {consumer}}, {@code {environment}}, {@code {owner}}, {@code {channel}},
     * {@code {trust-domain}} and {@code {script}} filled in; the last two are the consumer's, else the environment's.
     */
    static String fill(String sentence, Weighing weighing) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        Subject consumer = weighing.consumer();
        Subject environment = weighing.environment();
        return sentence.replace("{consumer}", consumer.name())
                .replace("{environment}", environment.name())
                .replace("{owner}", environment.value("owner").orElse(NOBODY))
                .replace("{channel}", channel(environment))
                .replace("{trust-domain}", either(consumer, environment, "trust-domain"))
                .replace("{script}", either(environment, consumer, "script"));
    }

    private static String channel(Subject environment) {
        List<String> channels = environment.values("channel");
        return channels.isEmpty() ? "" : " (" + String.join(", ", channels) + ")";
    }

    private static String either(Subject first, Subject second, String attribute) {
        Optional<String> value = first.value(attribute).or(() -> second.value(attribute));
        return value.orElse("");
    }

    /** The names as a list with an or before the last. */
    static String or(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }
}
