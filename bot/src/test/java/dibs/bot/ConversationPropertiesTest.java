package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.person.AccountId;
import dibs.bot.command.Answer;
import dibs.bot.command.Noise;
import dibs.bot.platform.console.AsJson;
import dibs.bot.platform.web.AsHtml;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.PlainText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds for whatever is said to the whole program; how often it is tried says the root pom. */
class ConversationPropertiesTest {
    private static final Talk TALK = new Talk(ConfigLoader.builtin());

    private static final List<AccountId> PEOPLE = List.of(
            AccountId.of("console", "ann"),
            AccountId.of("console", "bob"),
            AccountId.of("console", "root"),
            AccountId.of("slack", "T1:guest"));

    private static final List<String> FEW = List.of(
            "dev",
            "dev-signing",
            "dev-tree",
            "gecko-t-signing-dev",
            "staging-firefox",
            "firefox 145.0b3",
            "balrog-stage",
            "autoland",
            "release-sign-off");

    /** Answers of these kinds tell, and do nothing. */
    private static final Set<Outcome> ONLY_TELLS = EnumSet.of(
            Outcome.MISUNDERSTOOD,
            Outcome.UNKNOWN_NAME,
            Outcome.FORBIDDEN,
            Outcome.REFUSED,
            Outcome.HELD,
            Outcome.NOT_HELD,
            Outcome.AMBIGUOUS,
            Outcome.SHOWN,
            Outcome.LISTED);

    /** What moves a cursor, breaks a line, turns text around, or is half a character; but for joiners. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d]]");

    /** A line of somebody's. */
    record Line(AccountId account, String text) {}

    @AfterContainer
    static void close() {
        TALK.close();
    }

    @Provide
    Arbitrary<List<Line>> talks() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.of(PEOPLE.subList(0, 3))), Tuple.of(1, Arbitraries.of(PEOPLE))),
                        Noise.lines(FEW))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingBreaksNothingChangesUnsaidAndNothingHidden(@ForAll("talks") List<Line> talk) {
        TALK.forget();
        for (Line line : talk) {
            List<String> before = rows();
            Answer answer = TALK.say(line.account(), line.text());
            assertThat(answer.reply().outcome()).isNotEqualTo(Outcome.FAILED);
            if (ONLY_TELLS.contains(answer.reply().outcome())) {
                assertThat(rows()).as("%s: %s", answer.reply().outcome(), line).isEqualTo(before);
            }
            assertThatItCanBeShown(answer);
        }
    }

    private static void assertThatItCanBeShown(Answer answer) {
        String plain = PlainText.of(answer.reply().blocks(), answer.reader());
        assertThat(plain).isNotBlank();
        assertThat(plain.replace('\n', ' ')).doesNotContainPattern(HIDDEN);
        assertThat(AsHtml.of(answer)).doesNotContainPattern(HIDDEN);
        assertThat(AsHtml.of(answer).toLowerCase(Locale.ROOT)).doesNotContain("<script");
        assertThat(AsJson.of(answer)).startsWith("{").endsWith("}").doesNotContainPattern(HIDDEN);
    }

    /** All that says who has what; a unit's row is made when it is first asked for, and says nothing then. */
    private static List<String> rows() {
        return TALK.rows(
                "select * from unit where token > 0 order by name",
                "select * from lease order by id",
                "select * from lease_unit order by lease_id, unit",
                "select * from helper order by lease_id, person_id",
                "select * from shared_use order by id",
                "select * from waiver order by id",
                "select * from waiting order by seq",
                "select * from handover order by seq",
                "select * from takeover order by seq");
    }
}
