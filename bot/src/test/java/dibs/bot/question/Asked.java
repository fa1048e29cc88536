package dibs.bot.question;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Questions;
import dibs.backend.policy.World;
import dibs.bot.question.QuestionReading.NotUnderstood;
import dibs.bot.question.QuestionReading.Understood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions put to the built-in rules: how they are read, and the word of the answer. */
final class Asked {
    static final String UNREAD = "?";
    private static final EnvironmentId ASKER = new EnvironmentId("releng-person");

    private final Catalog catalog =
            ((ConfigResult.Loaded) ConfigLoader.builtin()).config().catalog();
    private final Policy policy = PolicyLoader.builtin();
    private final Questions questions = new Questions(catalog, policy.vocabulary());
    private final PolicyEngine engine = new PolicyEngine(policy, World.of(catalog));
    private final QuestionReader reader = new QuestionReader(catalog, policy.vocabulary());

    Catalog catalog() {
        return catalog;
    }

    /** The kind of what has that id. */
    Optional<Kind> kind(String id) {
        return catalog.find(new EnvironmentId(id)).map(Environment::kind);
    }

    QuestionReading read(String text) {
        return reader.read(text);
    }

    Optional<Inquiry> inquiry(String text) {
        return switch (reader.read(text)) {
            case Understood understood -> Optional.of(understood.inquiry());
            case NotUnderstood not -> Optional.empty();
        };
    }

    /** How it is read, as the tables have it. */
    String reading(String text) {
        return inquiry(text).map(Asked::written).orElse(UNREAD);
    }

    static String written(Inquiry inquiry) {
        String told = inquiry.told().entrySet().stream()
                .map(entry -> " " + entry.getKey() + ":" + String.join(",", entry.getValue()))
                .collect(Collectors.joining());
        String via = inquiry.via().isEmpty() ? "" : " via:" + String.join(",", inquiry.via());
        return inquiry.consumer().orElse("-") + " | " + inquiry.environment().orElse("-") + " |" + told + via;
    }

    /** The answer's word; {@value #UNREAD} where it is not understood. */
    String answer(String text) {
        return inquiry(text).map(this::answer).orElse(UNREAD);
    }

    String answer(Inquiry inquiry) {
        return switch (questions.read(inquiry, ASKER)) {
            case Questions.Reading.Ready ready ->
                engine.answer(ready.question()).word();
            case Questions.Reading.Unresolved unresolved -> "unknown";
        };
    }

    /** The lines of a table, without its comments. */
    static List<String> table(String name) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/questions", name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
