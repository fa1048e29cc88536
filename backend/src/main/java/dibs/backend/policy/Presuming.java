package dibs.backend.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes for granted what the question does not tell, as the policy says. */
final class Presuming {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{(consumer|environment)\\.([a-z|-]+)}");

    private final List<Step> steps;

    Presuming(Policy policy) {
        this.steps = policy.presumptions().stream()
                .map(it -> new Step(it, it.when(), Conditions.reads(it.when(), it.fact())))
                .toList();
    }

    /**
     * A presumption.
     *
     * @param when what is left of its condition
     * @param rereads whether it reads anew what was told
     */
    record Step(Presumption presumption, Condition when, boolean rereads) {
        Step narrowed(Condition left) {
            return new Step(presumption, left, rereads);
        }
    }

    /** Every presumption, in the policy's order. */
    List<Step> steps() {
        return steps;
    }

    /** What is known of the question once all is presumed that may be. */
    static Facts facts(Narrowing narrowing, Map<String, List<String>> told) {
        Weighing weighing = narrowing.weighing();
        Map<String, String> presumed = new LinkedHashMap<>();
        Facts facts = new Facts(told, presumed, false); // what is presumed next counts for the presumptions after it
        for (Step step : narrowing.presumptions()) {
            Presumption presumption = step.presumption();
            boolean known = !step.rereads()
                    && (presumed.containsKey(presumption.fact()) || told.containsKey(presumption.fact()));
            if (!known && weighing.truth(step.when(), facts) == Truth.TRUE) {
                value(presumption.value(), weighing).ifPresent(value -> presumed.put(presumption.fact(), value));
            }
        }
        return facts;
    }

    private static Optional<String> value(String template, Weighing weighing) {
        Matcher matcher = ATTRIBUTE.matcher(template);
        if (!matcher.find()) {
            return Optional.of(template);
        }
        Subject subject = matcher.group(1).equals("consumer") ? weighing.consumer() : weighing.environment();
        for (String attribute : matcher.group(2).split("\\|", -1)) {
            Optional<String> value = subject.value(attribute);
            if (value.isPresent()) {
                return Optional.of(
                        template.substring(0, matcher.start()) + value.get() + template.substring(matcher.end()));
            }
        }
        return Optional.empty();
    }
}
