package dibs.bot.platform.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dibs.bot.command.Answer;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import dibs.bot.reply.NextSteps;
import dibs.bot.reply.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as Slack gets them, for tests of other packages. */
public final class AsSlack {
    private static final Gson GSON =
            GsonFactory.createSnakeCase().newBuilder().disableHtmlEscaping().create();

    private AsSlack() {}

    /** The notices of an answer and the answer itself, a message each, in the order in which they are said. */
    public static List<Message> messages(Answer answer) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < answer.notices().size(); i++) {
            messages.add(message(
                    List.of(answer.notices().get(i)),
                    answer.reader(),
                    NextSteps.of(answer.pending().get(i).notice())));
        }
        messages.add(message(answer.reply().blocks(), answer.reader(), NextSteps.of(answer.reply())));
        return messages;
    }

    /** The message's JSON by the SDK's own writer, a line for each block, once it is known to be within Slack's limits. */
    public static String checked(Message message) {
        assertThat(WithinLimits.faults(message)).isEmpty();
        return message.blocks().stream()
                .map(block -> "  " + GSON.toJson(block))
                .collect(Collectors.joining(
                        ",\n", "{\"text\":" + GSON.toJson(message.text()) + ",\n \"blocks\":[\n", "]}"));
    }

    /** The same in one line, unchecked. */
    static String json(Message message) {
        return GSON.toJson(message);
    }

    private static Message message(List<Block> blocks, Reader reader, List<Action> actions) {
        return BlockKit.message(blocks, reader, actions);
    }
}
