package dibs.bot.question;

import java.util.Arrays;
import java.util.Set;

/** Words of plain English that questions are put with, by what they do in a sentence. None names anything. */
final class PlainWords {
    static final Set<String> ARTICLES =
            words("a an the this that these those some any my our its their his her your one");
    static final Set<String> MYSELF = words("i we me us myself ourselves");
    static final Set<String> MODALS = words("may can could should shall might would will must please");
    static final Set<String> BEING = words("is are am was were be been being get gets");
    static final Set<String> PASSIVE = words("be been being get gets");
    static final Set<String> RELATIVE = words("that which who");

    /** To make something do something. */
    static final Set<String> CAUSATIVES =
            words("let have make get configure configuring set allow enable tell permit ask cause");

    /** How something is thought of before the verb that matters. */
    static final Set<String> ATTITUDES = words("""
            it ok okay fine safe alright acceptable allowed permitted possible good idea wise sensible
            reasonable right free able supposed welcome unsafe dangerous risky bad wrong forbidden problem
            guys want wants wanted like need needs plan plans planning going about trying try let have has having configured
            if whether so to there hi hello hey dibs question quick wonder wondering know tell you do for
            what how make makes thing
            """);

    /** Words that change nothing, wherever they stand. */
    static final Set<String> NEUTRAL = words("""
            just also still even quickly briefly shortly temporarily once now today tonight tomorrow
            overnight again already soon currently directly simply really actually maybe perhaps please
            thanks thx own new old shared whole current existing same usual big small major minor quick
            first second few couple itself themselves here too anyway remotely safely ok it them of such
            single other another next latest upcoming recent certain is are be being been was time times
            then moment meanwhile right all full complete
            """);

    static final Set<String> PREPOSITIONS = words("""
            to on onto from with into in inside at against through via off by over using within for of as
            during before after until till
            """);
    /** Between a name and what the name does. */
    static final Set<String> SOURCES = words("from by off on in for of within inside");

    static final Set<String> LINKS = words("through via over");

    /** What people add to the name of a thing to say what sort of thing it is. */
    static final Set<String> SORTS = words("""
            task tasks job jobs build builds push pushes run runs ci pipeline pipelines pool pools worker
            workers tree trees repo repos repository branch branches service services instance server
            servers environment env cluster bucket buckets api host site store downloads download deployment
            set endpoint system url address graph format formats rebuild rebuilds client clients stage data
            results result one scriptworker scriptworkers people folks machines queue kind version versions artifact
            artifacts package packages file files signer signers project projects
            """);

    /** What a test is of. */
    static final Set<String> CHANGES = words("""
            change changes upgrade upgrades rollout rollouts update updates patch patches fix fixes feature
            features config configuration migration deploy deploys deployment code branch functionality
            support integration work behaviour behavior option options setup
            """);

    /** What turns a sentence around, or takes something out of it. */
    static final Set<String> NEGATIONS = words("""
            not no never none nobody nothing nowhere without except excluding unless instead rather but
            neither nor cannot avoid besides barring minus hardly barely versus vs opposed non
            sans despite although though otherwise only
            """);

    static final Set<String> REASONS = words("because since cause cos cuz");
    static final Set<String> TIME_UNITS = words("""
            second seconds minute minutes min mins hour hours day days week weeks weekend month months while
            moment bit monday tuesday wednesday thursday friday saturday sunday morning afternoon evening
            night noon midnight lunch now today tonight tomorrow
            """);
    static final Set<String> TIME_WORDS = words("""
            half few couple working office business weekday weekdays of next last whole short long little or
            so about single rest early late two three four five six seven eight nine ten
            fifteen twenty thirty forty sixty ninety
            """);
    /** Questions about how things are, not whether something may be done. */
    static final Set<String> OTHER_QUESTIONS =
            words("who whom whose what when where why how which does do did has had");
    /** Verbs that say nothing of how. */
    static final Set<String> OPEN_VERBS = words("use uses using used access accesses accessing talk connect");

    private PlainWords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }
}
