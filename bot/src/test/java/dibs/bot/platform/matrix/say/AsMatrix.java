package dibs.bot.platform.matrix.say;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.Directory;
import dibs.bot.command.Answer;
import dibs.bot.platform.matrix.client.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as Matrix gets them, for tests of other packages. */
public final class AsMatrix {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AsMatrix() {}

    /**
     * The messages of an answer in a room of members, line by line, once it is known that a homeserver takes them and that
     * no client is shown more in one form than in the other; those for other eyes are looked at, too.
     */
    public static String checked(Answer answer, Directory directory) {
        Saying saying = new Saying(directory);
        Optional<Relation> to = Optional.of(new Relation("$command", Optional.empty()));
        for (Hearers hearers : Hearers.values()) {
            saying.answer(answer, hearers, List.of(new UserId("@ann:hs.test")), to)
                    .forEach(said -> assertThat(WithinRules.faults(said)).isEmpty());
        }
        return saying.answer(answer, Hearers.MEMBERS, List.of(), to).stream()
                .map(AsMatrix::lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String lines(Said said) {
        ObjectNode content = said.content();
        String reactions = said.reactions().stream()
                .map(reaction -> reaction.emoji() + " " + reaction.line())
                .collect(Collectors.joining("; "));
        return "{\"body\":"
                + JSON.writeValueAsString(
                                content.path("body").stringValue().lines().toList())
                        .replace("\",\"", "\",\n  \"")
                + ",\n \"html\":"
                + JSON.writeValueAsString(content.path("formatted_body").stringValue())
                + ",\n \"reactions\":" + JSON.writeValueAsString(reactions) + "}";
    }
}
