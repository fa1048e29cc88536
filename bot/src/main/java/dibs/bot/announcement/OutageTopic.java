package dibs.bot.announcement;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.announcement.Announcements;
import dibs.backend.outage.Outage;
import dibs.backend.outage.Outages;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Dibs' own outages: one message each in every home, with what goes on although its end fell into it. */
public final class OutageTopic implements Topic {
    private static final String OUTAGE = "outage:";

    /** Later nobody needs to know. */
    private static final Duration TOLD_FOR = Duration.ofHours(12);

    private static final int LONGEST = 40;

    private final Outages outages;
    private final Endings endings;

    public OutageTopic(Outages outages, Announcements announcements) {
        this.outages = outages;
        this.endings = new Endings(announcements, OUTAGE);
    }

    @Override
    public Look look(Instant now) {
        List<Outage> recent = outages.endedAfter(now.minus(TOLD_FOR));
        Set<String> keys = recent.stream().map(OutageTopic::key).collect(Collectors.toSet());
        return (readers, posted) -> {
            endings.close(posted, key -> !keys.contains(key), now);
            return recent.stream()
                    .map(outage -> new Wanted(key(outage), words(outage, readers), false))
                    .toList();
        };
    }

    private static List<Block> words(Outage outage, Readership readers) {
        List<Outage.Kept> here = outage.kept().stream()
                .filter(kept -> readers.interest().in(kept.environment()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("I was away from {} until {}.", when(outage.from()), when(outage.to())));
        if (!here.isEmpty()) {
            blocks.add(Block.say("What would have ended meanwhile goes on for a while, and nobody else can take it:"));
            List<Line> lines = new ArrayList<>(here.stream()
                    .limit(LONGEST)
                    .map(kept -> Line.of(
                            "{}: {} until {}.", name(kept.environment()), who(kept.holder()), when(kept.until())))
                    .toList());
            if (here.size() > LONGEST) {
                lines.add(Line.of("and {} more.", text(Integer.toString(here.size() - LONGEST))));
            }
            blocks.add(Block.bullets(lines));
        }
        return blocks;
    }

    private static String key(Outage outage) {
        return OUTAGE + outage.to().toEpochMilli();
    }
}
