package dibs.bot.question;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes away what a question is wrapped in and what changes nothing: a greeting, "would anyone mind if" before it, "is that
 * ok?" behind it. A word that it does not know for such a one ends the wrapping.
 */
final class Framing {
    private static final Set<String> GREETINGS = words("""
            hi hello hey all everyone everybody folks team dibs there guys please sorry morning afternoon good quick
            question questions silly dumb stupid
            """);

    /** What may stand before a link. */
    private static final Set<String> OPENING = words("""
            can could would will shall may do does you anyone anybody somebody someone anything here please tell me us say
            know think believe mind minds hurt hurts harm matter matters i we am are was were is it there any a an the big
            real problem problems issue issues trouble risk risks danger objection objections concern concerns wonder
            wondering curious what how happen happens be ok okay fine alright safe allowed permitted possible acceptable
            reasonable wise good bad idea want like to ask check asking checking just quick question wrong risky dangerous
            unsafe see going thinking planning sure object objects guys something
            """);

    /** What has to stand before that link, so that it ends the wrapping. */
    private static final Set<String> IN = words("risk risks danger harm problem problems issue issues idea trouble");

    private static final Set<String> OF = words("risk risks danger thinking idea what");
    private static final Set<String> WITH =
            words("problem problems issue issues objection objections concern concerns wrong ok okay trouble");
    private static final Set<String> ABOUT = words("what how thinking ask question wondering");
    private static final Set<String> AGAINST = words("something anything objection objections");
    private static final Set<String> TO =
            words("risky dangerous unsafe safe hurt hurts harm objection objections risk problem issue trouble");
    private static final Set<String> THAT = words("""
            ok okay fine allowed permitted possible acceptable reasonable think believe say sure
            """);
    private static final Set<String> THINKING = words("think believe reckon say");

    private static final Set<String> CLOSING = words("""
            ok okay fine right yes safe alright thoughts objections opinions any is that it this would be good allowed
            possible thanks thank you cheers please agreed correct ideas sound sounds to everyone all
            """);
    private static final Set<String> JUDGING = words("is be");
    private static final Set<String> JUDGEMENTS =
            words("ok okay fine safe allowed possible alright acceptable good permitted");
    private static final Set<String> COURTESY = words("thanks thx cheers please");

    private Framing() {}

    /** The words without it. */
    static List<Word> without(List<Word> words) {
        return closed(opened(greeted(words)));
    }

    private static List<Word> greeted(List<Word> words) {
        int at = 0;
        while (at < words.size() && words.get(at).is(GREETINGS)) {
            at++;
            if (words.get(at - 1).ends() && at < words.size()) {
                return greeted(words.subList(at, words.size()));
            }
        }
        return words;
    }

    private static List<Word> opened(List<Word> words) {
        int at = 0;
        while (at < words.size() && words.get(at).is(OPENING)) {
            at++;
            if (at > 1 && words.get(at - 1).is(THINKING) && words.get(at - 2).is("you")) {
                boolean that = at < words.size() && words.get(at).is("that");
                return words.subList(that ? at + 1 : at, words.size());
            }
            if (at + 1 < words.size() && isLink(words.get(at - 1), words.get(at))) {
                return words.subList(at + 1, words.size());
            }
        }
        return words;
    }

    private static boolean isLink(Word before, Word link) {
        if (before.ends()) {
            return false;
        }
        return switch (link.key()) {
            case "if", "whether" -> true;
            case "in" -> before.is(IN);
            case "of" -> before.is(OF);
            case "with" -> before.is(WITH);
            case "about" -> before.is(ABOUT);
            case "to" -> before.is(TO);
            case "that", "when" -> before.is(THAT);
            case "against" -> before.is(AGAINST);
            default -> false;
        };
    }

    private static List<Word> closed(List<Word> words) {
        int end = words.size();
        while (end > 1 && words.get(end - 1).is(CLOSING) && !words.get(end - 2).ends()) {
            end--;
        }
        boolean tag = end > 1
                && end <= words.size()
                && words.get(end - 1).is(CLOSING)
                && words.get(end - 2).ends();
        if (tag) {
            return closed(words.subList(0, end - 1));
        }
        int size = words.size();
        if (size > 3
                && words.get(size - 1).is(JUDGEMENTS)
                && words.get(size - 2).is(JUDGING)) {
            int would = words.get(size - 3).is("would") ? 3 : 2;
            return words.subList(0, size - would);
        }
        boolean courteous = size > 2 && words.get(size - 1).is(COURTESY);
        return courteous ? words.subList(0, size - 1) : words;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
