package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.policy.Waiver;
import dibs.bot.reply.Line;
import java.util.LinkedHashMap;
import java.util.Map;

/** How exceptions are told. */
final class WaiverWords {
    private WaiverWords() {}

    /** One that holds. */
    static Line inForce(Waiver waiver) {
        return Line.of(
                "{}: {} does not hold for {} in {} until {}, by {}: {}.",
                text(waiver.id()),
                text(waiver.rule()),
                name(waiver.consumer()),
                name(waiver.environment()),
                when(waiver.until()),
                text(waiver.by()),
                quote(waiver.because()));
    }

    /** One as scripts see it. */
    static Map<String, Object> item(Waiver waiver) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "waiver");
        item.put("id", waiver.id());
        item.put("rule", waiver.rule());
        item.put("consumer", waiver.consumer().value());
        item.put("environment", waiver.environment().value());
        item.put("until", waiver.until());
        item.put("because", waiver.because());
        item.put("by", waiver.by());
        item.put("at", waiver.at());
        return item;
    }
}
