package dibs.bot.command;

import dibs.backend.person.Role;
import java.util.List;
import java.util.Optional;

/** Every command's first word, with what the help says of it; help is made from here. */
public enum Verb {
    CLAIM(
            "claim",
            "lock, acquire, take",
            Role.CLAIM,
            "claim NAME[,NAME…] [for 2h | until 17:00 | until friday 5pm] [with @person] [purpose…]",
            "take it, all or nothing; `claim any LABEL`, `claim any of NAME,NAME`: any free one; `with` on one of mine"
                    + " adds a helper",
            "claim dev-signing for 2h testing the new mac signer",
            "dev-signing is yours until 17:00."),
    USING(
            "using",
            "use",
            Role.CLAIM,
            "using NAME[,NAME…] [for 3d] [purpose…]",
            "record that I use a shared one, whoever else does",
            "using balrog-stage for 3d staging release",
            "Noted: you use balrog-stage until Thursday."),
    UNCLAIM(
            "unclaim",
            "release, unlock, give back",
            Role.CLAIM,
            "unclaim [NAME[,NAME…] | all]",
            "give a lease back or end a use; without a name: my only one",
            "unclaim dev-signing",
            "dev-signing is free."),
    EXTEND(
            "extend",
            "renew",
            Role.CLAIM,
            "extend [NAME] [by 1h | until …]",
            "a later end, up to the maximum",
            "extend dev-signing by 1h",
            "dev-signing is yours until 18:00."),
    WHO_IS_USING(
            "who-is-using",
            "who is using, whoisusing, who uses, who has, who",
            Role.ASK,
            "who-is-using [NAME]",
            "holder, helpers, since, until, purpose and line",
            "who-is-using balrog-dev",
            "dev-balrog is free."),
    LEASES(
            "leases",
            "locks",
            Role.ASK,
            "leases [mine | all | @person | upcoming]",
            "what is held, and by whom",
            "leases mine",
            "dev-signing: until 17:00."),
    WAIT(
            "wait",
            "wait for, queue",
            Role.CLAIM,
            "wait NAME | any LABEL | any of NAME,NAME…",
            "join the line; I tell you when it is free; `any`: join several lines, until one is served",
            "wait dev-signing",
            "You are first in line for dev-signing."),
    WATCH(
            "watch",
            "",
            Role.ASK,
            "watch NAME",
            "hear when somebody takes it, extends it or gives it back, and when its health or its gate changes",
            "watch dev-signing",
            "You will hear when dev-signing changes hands, its end or its gate."),
    RESERVE(
            "reserve",
            "book",
            Role.CLAIM,
            "reserve NAME[,NAME…] from … for 2h | until … [every weekday | tuesday | 2 weeks] [until …] [purpose…]",
            "a window to come is mine; I ask before it begins, and it lapses where nobody confirms",
            "reserve dev-signing from tomorrow 10:00 for 2h",
            "dev-signing is reserved for you from tomorrow 10:00 until 12:00."),
    NUDGE(
            "nudge",
            "poke",
            Role.CLAIM,
            "nudge NAME [message]",
            "ask the holder to let go",
            "nudge dev-signing could I have it for an hour?",
            "Its holder will hear of it."),
    HANDOVER(
            "handover",
            "hand over, hand-over, offer",
            Role.CLAIM,
            "handover NAME @person [until …]",
            "offer it; it stays mine until the other accepts (`claim NAME`) or declines (`cancel NAME`)",
            "handover dev-signing @bob",
            "Offered to bob; it stays yours until bob claims it."),
    TAKEOVER(
            "takeover",
            "take over, steal",
            Role.CLAIM,
            "takeover NAME because …",
            "from the holder: at once if stale, else the holder has 15 working minutes to keep it",
            "takeover dev-signing because a release is blocked",
            "bob was asked and has 15 working minutes to keep it."),
    KEEP("keep", "keep it", Role.CLAIM, "keep NAME", "I still need it", "keep dev-signing", "dev-signing stays yours."),
    TIDIED(
            "tidied",
            "tidy, cleaned up",
            Role.CLAIM,
            "tidied NAME[,NAME…]",
            "its clean-up is done: what I left there no longer runs",
            "tidied dev-signing",
            "dev-signing is tidied."),
    CANCEL(
            "cancel",
            "decline",
            Role.CLAIM,
            "cancel NAME | ID",
            "leave a line, decline or take back an offer, call off a takeover or a reservation (also by its id); an"
                    + " admin's: an exception by its id",
            "cancel dev-signing",
            "You left the line for dev-signing."),
    UNDO(
            "undo",
            "",
            Role.CLAIM,
            "undo",
            "take back my last unclaim or takeover, for ten minutes, while nobody else has it",
            "undo",
            "dev-signing is yours again."),
    ENV(
            "env",
            "environment",
            Role.ASK,
            "env [NAME]",
            "everything about it",
            "env autograph-stage",
            "autograph-stage: Autograph Stage, a service's environment."),
    HEALTH(
            "health",
            "healthy",
            Role.ASK,
            "health [NAME | dibs]",
            "what probes say: since when, what was seen, what was deployed; how Dibs itself is",
            "health autograph-prod",
            "autograph-prod is failing for 4 min, deployed 6 min ago: …"),
    IMPACT(
            "impact",
            "what breaks without, blast-radius",
            Role.ASK,
            "impact NAME [all]",
            "what is affected when it is down, by path, production first",
            "impact autograph-prod",
            "Known to be affected when autograph-prod is down: 33 production …"),
    HISTORY(
            "history",
            "",
            Role.ASK,
            "history [NAME] [since …]",
            "what happened to it, newest first",
            "history dev-signing since monday",
            "dev-signing released by bob."),
    IS_SAFE(
            "is-safe",
            "is safe, issafe, safe",
            Role.ASK,
            "is-safe [CONSUMER] ENVIRONMENT [to VERB] [for PURPOSE] [KEY:VALUE…]",
            "what the rules say; one name: for me; keys are access, purpose, via, format, trigger, credential …",
            "is-safe autoland autograph-stage",
            "unsafe: autoland → autograph-stage, to depend-on, for on-push."),
    ASK(
            "ask",
            "",
            Role.ASK,
            "ask QUESTION…",
            "the same in your own words",
            "ask may a staging release submit to aus4-admin?",
            "unsafe: staging-release → balrog-prod, to write."),
    POLICY(
            "policy",
            "rules, rule",
            Role.ASK,
            "policy [RULE | NAME | VERDICT | history]",
            "the rules with their source and the exceptions in force; one rule; those that speak of NAME; a verdict"
                    + " again",
            "policy R5",
            "R5: Autograph Stage is only for testing Autograph."),
    WAIVE(
            "waive",
            "",
            Role.ADMIN,
            "waive RULE for CONSUMER ENVIRONMENT until … because …",
            "an exception from a rule with an end, at most 90 days ahead; `cancel ID` ends it sooner",
            "waive R5 for qa-team autograph-stage until friday 5pm because the demo has no other place",
            "Confirm it: R5 will not hold for qa-team in autograph-stage until Friday 17:00."),
    OPEN(
            "open",
            "reopen",
            Role.GATE,
            "open NAME",
            "open its gate, whatever shut it",
            "open dev-signing",
            "dev-signing is open."),
    CLOSE(
            "close",
            "",
            Role.GATE,
            "close NAME [for … | until …] because …",
            "nobody is to have it; a notice that claims go by",
            "close dev-signing until friday because its keys are being renewed",
            "dev-signing: closed until Friday 18:00, by ann."),
    MAINTENANCE(
            "maintenance",
            "",
            Role.GATE,
            "maintenance NAME for … [every tuesday 14:00] because …",
            "it is worked on; `every` brings it back each week, by the clock of your zone",
            "maintenance balrog-stage for 1h every tuesday 14:00 because it is upgraded",
            "balrog-stage: maintenance set by you, every Tue 14:00 for 1 hour."),
    APPROVAL(
            "approval",
            "",
            Role.GATE,
            "approval NAME [for … | until …] because …",
            "only who may open gates is to claim it",
            "approval dev-signing because the merge is near",
            "dev-signing: only with an approval, by ann."),
    FREEZE(
            "freeze",
            "",
            Role.GATE,
            "freeze WHAT… [for … | until …] [because …]",
            "a chemspill or release is in flight; verdicts, grants and maintenance go by it",
            "freeze chemspill 144.0.1 for 1d because of a fix that cannot wait",
            "chemspill 144.0.1 is in flight until Tuesday 09:00, by ann."),
    THAW(
            "thaw",
            "unfreeze",
            Role.GATE,
            "thaw [WHAT | all]",
            "it is no longer in flight",
            "thaw chemspill 144.0.1",
            "chemspill 144.0.1 is no longer in flight."),
    CONFIRM(
            "confirm",
            "",
            Role.ASK,
            "confirm CODE",
            "do what I asked to confirm, within ten minutes",
            "confirm c-7k3fq",
            "Done."),
    ME(
            "me",
            "whoami",
            Role.ASK,
            "me [zone Europe/Berlin] [hours 9-17 mon-fri] [remind 1h | never] [link [CODE]]",
            "who Dibs thinks I am, my settings, joining my accounts",
            "me zone Europe/Berlin",
            "zone: Europe/Berlin"),
    DM(
            "dm",
            "direct",
            Role.ASK,
            "dm",
            "Matrix: a direct room that is not encrypted, where I can read what you type",
            "dm",
            "There is a direct room for us: take the invitation."),
    DIGEST(
            "digest",
            "summary",
            Role.ASK,
            "digest",
            "what anybody may have to see to today: what ends, what others wait for …",
            "digest",
            "Ending today: dev-signing: ann until Monday 17:00."),
    QUIET(
            "quiet",
            "hush",
            Role.CLAIM,
            "quiet [2h | off]",
            "no announcements in this conversation for a while; what is held is shown again after it",
            "quiet 2h",
            "Nothing is announced here until Monday 16:02."),
    HELP("help", "?, commands", Role.ASK, "help [COMMAND | all]", "what can be typed", "help claim", "claim NAME …");

    private final String word;
    private final String synonyms;
    private final Role role;
    private final String usage;
    private final String summary;
    private final String example;
    private final String answer;

    Verb(String word, String synonyms, Role role, String usage, String summary, String example, String answer) {
        this.word = word;
        this.synonyms = synonyms;
        this.role = role;
        this.usage = usage;
        this.summary = summary;
        this.example = example;
        this.answer = answer;
    }

    /** The command's first name, as answers carry it. */
    public String word() {
        return word;
    }

    /** Other words that mean it, some of several words. */
    public List<String> synonyms() {
        return synonyms.isEmpty() ? List.of() : List.of(synonyms.split(", "));
    }

    /** The command that a word or phrase means, such as {@code release}; nothing when it means none. */
    public static Optional<Verb> called(String spelling) {
        return Opening.spelled(Opening.spoken(spelling));
    }

    /** The role that it takes. */
    public Role role() {
        return role;
    }

    /** How it is written. */
    public String usage() {
        return usage;
    }

    /** What it does, in a few words. */
    public String summary() {
        return summary;
    }

    /** A line that works. */
    public String example() {
        return example;
    }

    /** What such a line is answered with, in short. */
    public String answer() {
        return answer;
    }
}
