package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.policy.Waiver;
import dibs.backend.policy.WaiverService;
import dibs.bot.reply.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Exceptions from the rules that end today. */
public record WaiverChapter(WaiverService waivers) implements Chapter {
    @Override
    public String title() {
        return "Waivers that end today";
    }

    @Override
    public List<Item> items(Today today) {
        return waivers.inForce(today.now()).stream()
                .filter(waiver -> today.holds(waiver.until()))
                .sorted(Comparator.comparing(Waiver::environment).thenComparing(Waiver::id))
                .map(WaiverChapter::item)
                .toList();
    }

    private static Item item(Waiver waiver) {
        Line line = Line.of(
                "{}: rule {} is waived for {} until {}.",
                name(waiver.environment()),
                text(waiver.rule()),
                name(waiver.consumer()),
                when(waiver.until()));
        Map<String, Object> fields = Map.of(
                "id", waiver.id(),
                "rule", waiver.rule(),
                "consumer", waiver.consumer().value(),
                "until", waiver.until());
        return new Item(waiver.environment(), line, line, fields);
    }
}
