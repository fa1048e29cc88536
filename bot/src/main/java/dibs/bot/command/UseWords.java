package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.Use;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.LinkedHashMap;
import java.util.Map;

/** How uses are spoken of, the same everywhere. */
final class UseWords {
    private UseWords() {}

    /** Who, since when, until when and why. */
    static Line using(Use use) {
        Line line = Line.of(
                "{}: used by {} since {}, until {}",
                name(use.environment()),
                who(use.person()),
                when(use.since()),
                when(use.until()));
        return Inline.Purpose.of(use)
                .map(purpose -> line.then(Line.of("{}.", purpose)))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    /** A use as scripts see it. */
    static Map<String, Object> item(Use use) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("environment", use.environment().value());
        item.put("person", use.person().name());
        item.put("since", use.since());
        item.put("until", use.until());
        Inline.Purpose.of(use).ifPresent(purpose -> item.put("purpose", purpose));
        use.bundle().ifPresent(bundle -> item.put("bundle", bundle));
        return item;
    }
}
