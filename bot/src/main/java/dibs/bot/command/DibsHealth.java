package dibs.bot.command;

import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.connection.Connection;
import dibs.backend.connection.Status;
import dibs.backend.connection.Troubles;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How Dibs itself is: its connections, its queue, and what somebody has to mend. */
final class DibsHealth {
    private final Troubles troubles;

    DibsHealth(Troubles troubles) {
        this.troubles = troubles;
    }

    Reply reply() {
        Status status = troubles.status();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("store: it answers"));
        status.connections().forEach(connection -> lines.add(line(connection)));
        if (status.connections().isEmpty()) {
            lines.add(Line.of("platforms: none is connected by this process"));
        }
        lines.add(Line.of(
                "notices: {} on their way, {} given up",
                text(Integer.toString(status.queue().waiting())),
                text(Integer.toString(status.queue().dead()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.bullets(lines));
        if (!status.troubles().isEmpty()) {
            blocks.add(Block.say("To be mended:"));
            blocks.add(Block.bullets(status.troubles().stream()
                    .map(trouble -> NoticeWords.trouble(trouble.sentence()))
                    .toList()));
        }
        return Reply.toAsker(
                Verb.HEALTH.word(),
                Outcome.LISTED,
                Facts.NONE.listing(
                        status.connections().stream().map(DibsHealth::item).toList()),
                blocks);
    }

    private static Line line(Connection connection) {
        Line line = Line.of(
                "{}: {} since {}. {}",
                text(connection.platform()),
                text(connection.state().name().toLowerCase(Locale.ROOT)),
                when(connection.since()),
                text(connection.sentence()));
        return connection
                .reached()
                .map(at -> line.then(Line.of(" It last answered {}.", when(at))))
                .orElse(line);
    }

    private static Map<String, Object> item(Connection connection) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("platform", connection.platform());
        item.put("state", connection.state().name().toLowerCase(Locale.ROOT));
        item.put("since", connection.since());
        connection.reached().ifPresent(at -> item.put("reached", at));
        return item;
    }
}
