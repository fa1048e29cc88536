package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.LeaseId;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.Untidied;
import dibs.bot.reply.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is free and was not confirmed as tidied. */
public record UntidiedChapter(TidyService tidying) implements Chapter {
    @Override
    public String title() {
        return "Free, not tidied";
    }

    @Override
    public List<Item> items(Today today) {
        // One line for each lease, however many units it left.
        Map<LeaseId, Untidied> leases = new LinkedHashMap<>();
        tidying.free(today.now()).forEach(part -> leases.putIfAbsent(part.lease(), part));
        return leases.values().stream().map(UntidiedChapter::item).toList();
    }

    private static Item item(Untidied part) {
        Line free = Line.of("{}: free since {}", name(part.environment()), when(part.since()));
        return new Item(
                part.environment(),
                free.then(Line.of(", {} had it last.", who(part.holder()))),
                free.then(Line.of(".")),
                Map.of("since", part.since(), "holder", part.holder().name()));
    }
}
