package dibs.bot.platform.console;

import dibs.backend.person.AccountId;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.bot.reply.Audience;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers each line of input, in order, before the next one is taken. */
public final class ConsoleChat {
    private final Conversation conversation;
    private final boolean json;
    private final PrintStream out;

    /**
     * @param json whether each answer is one JSON object on one line
     * @param out where answers go, in UTF-8
     */
    public ConsoleChat(Conversation conversation, boolean json, PrintStream out) {
        this.conversation = conversation;
        this.json = json;
        this.out = out;
    }

    /**
     * Reads to the end of the input.
     *
     * @param speaker who speaks where a line does not say it
     * @throws IOException when the input breaks
     */
    public void run(Lines lines, String speaker) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            answer(line.get(), speaker);
        }
    }

    private void answer(String line, String speaker) {
        switch (ConsoleLine.read(line, speaker)) {
            case ConsoleLine.Malformed malformed -> say(malformed(malformed.why()));
            case ConsoleLine.Said said -> {
                Answer answer = conversation.answer(inbound(said));
                say(answer);
                if (!out.checkError()) {
                    conversation.delivered(answer);
                }
            }
        }
    }

    private static Inbound inbound(ConsoleLine.Said said) {
        AccountId account = AccountId.of("console", said.speaker().toLowerCase(Locale.ROOT));
        return new Inbound(said.id(), account, said.speaker(), Optional.empty(), account.value(), said.text());
    }

    private static Answer malformed(String why) {
        Reply reply = new Reply(
                Optional.empty(),
                Outcome.MISUNDERSTOOD,
                Audience.ASKER,
                List.of(Block.say("{}", Inline.text(why))),
                Facts.NONE);
        return new Answer(reply, List.of(), List.of(), new Reader(ZoneOffset.UTC, Instant.EPOCH));
    }

    private void say(Answer answer) {
        if (json) {
            out.print(JsonAnswers.of(answer) + "\n");
        } else {
            for (Block notice : answer.notices()) {
                out.print("* " + PlainText.of(List.of(notice), answer.reader()) + "\n");
            }
            out.print(PlainText.of(answer.reply().blocks(), answer.reader()) + "\n");
        }
        out.flush();
    }
}
