package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.who;

import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers {@code help}, from the commands themselves. */
final class HelpHandler {
    private static final String HELP = Verb.HELP.word();

    Reply handle(Command.Help help, Turn turn) {
        if (help.topic().isEmpty()) {
            return shown(situations());
        }
        String topic = Words.keyword(help.topic().get());
        if (topic.equals("all")) {
            return shown(all());
        }
        Optional<Verb> verb = Opening.verb(Words.of(Opening.strip(help.topic().get())));
        return verb.map(it -> shown(one(it, turn)))
                .orElseGet(() -> Reply.toAsker(
                        HELP,
                        Outcome.MISUNDERSTOOD,
                        Facts.NONE,
                        Block.say(
                                "There is no command {}: {} lists them all.",
                                CommandParser.quoted(help.topic().get()),
                                code("help all"))));
    }

    private static Reply shown(List<Block> blocks) {
        return Reply.toAsker(HELP, Outcome.SHOWN, Facts.NONE, blocks);
    }

    private static List<Block> situations() {
        return List.of(Block.bullets(List.of(
                Line.of(
                        "Test a script change: {}, push to its branch, then {}",
                        code("claim NAME for 2h what for"),
                        code("unclaim")),
                Line.of(
                        "Run a staging release: {}; for one service alone {}",
                        code("claim staging-release PRODUCT VERSION for 3d"),
                        code("using NAME")),
                Line.of("Is it allowed: {} says what it is for, who holds it and whom to ask", code("env NAME")),
                Line.of(
                        "Something is broken, or taken: {}, {}, {}, {}, {}",
                        code("who-is-using NAME"),
                        code("impact NAME"),
                        code("history NAME"),
                        code("wait NAME"),
                        code("nudge NAME")),
                Line.of(
                        "Hand over: {}, {}, {}",
                        code("handover NAME @person"),
                        code("claim NAME with @person"),
                        code("takeover NAME because …")),
                Line.of(
                        "Settings: {}; everything: {}, {}",
                        code("me zone Europe/Berlin hours 9-17 mon-fri"),
                        code("help all"),
                        code("help claim")))));
    }

    private static List<Block> all() {
        return List.of(Block.bullets(Arrays.stream(Verb.values())
                .map(verb -> Line.of("{}: {}", code(verb.usage()), text(verb.summary())))
                .toList()));
    }

    private static List<Block> one(Verb verb, Turn turn) {
        Inline reader = who(turn.person().ref());
        return List.of(
                Block.say("{}: {}.", code(verb.usage()), text(verb.summary())),
                Block.say("{}: {}", reader, code(verb.example())),
                Block.say("Dibs: {}", text(verb.answer())));
    }
}
