package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.Judged.Hindered;
import dibs.backend.policy.Verdict.Cited;
import dibs.backend.policy.Verdict.Part;
import dibs.backend.policy.Verdict.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in a verdict beside its answer. */
class VerdictTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void anEarlierPresumptionWinsAndOneThatNamesItsFactReadsItAnew() {
        Town town = Town.presuming("""
                copied: {when: {access: write, ticket: false}, fact: access, value: copy}
                first: {when: {consumer: open}, fact: seat, value: a}
                second: {when: {}, fact: seat, value: b}
                own: {when: {purpose: testing}, fact: purpose, value: "check:{environment.service}"}
            """, "    R1: {title: one, reason: so, says: [{allow: {access: copy}}]}\n");
        assertThat(town.ask("shop write bank ticket:false").answer()).isEqualTo(Answer.SAFE);
        assertThat(town.ask("shop write bank ticket:false").told()).containsEntry("access", "write");
        assertThat(town.ask("shop write bank ticket:false").presumed())
                .containsEntry("access", "copy")
                .containsEntry("seat", "a");
        assertThat(town.ask("till write bank").presumed())
                .containsOnlyKeys("seat")
                .containsEntry("seat", "b");
        assertThat(town.ask("till write bank seat:a").presumed()).isEmpty();
        assertThat(town.ask("till write bank seat:a purpose:testing").presumed())
                .containsEntry("purpose", "check:bank");
        assertThat(town.ask("till write cafe seat:a purpose:testing").presumed())
                .isEmpty();
    }

    @Test
    void consentIsToldApartFromWhatIsMissing() {
        Town town = Town.ruled("    R1: {title: one, reason: so, says: [{allow: {ticket: true}},"
                + " {oblige: {environment: {tier: staging}}, say: 'the owner agrees: {owner}'}]}\n");
        Verdict verdict = town.ask("shop - till ticket:true");
        assertThat(verdict.answer()).isEqualTo(Answer.CONDITIONAL);
        assertThat(verdict.points()).isEmpty();
        assertThat(verdict.obligations()).containsExactly("the owner agrees: ann's team");
        assertThat(town.ask("shop - bank").obligations()).isEmpty();
        assertThat(town.ask("shop - bank").conditions())
                .containsExactly("whether there is a ticket: safe if true; conditional if false");
        assertThat(town.ask("shop - bank ticket:true").conditions()).isEmpty();
    }

    @Test
    void factsThatDecideOnlyTogetherAreOnePoint() {
        Town town = Town.forbidding("{ticket: true, seat: a}");
        assertThat(town.ask("shop - bank").conditions())
                .containsExactly(
                        "whether there is a ticket: safe if false; conditional if true",
                        "which seat: safe if b; conditional if a");
        Town both = Town.ruled("    R1: {title: one, reason: so, says: [{allow: {ticket: true, seat: a}}]}\n");
        assertThat(both.ask("shop - bank").points())
                .filteredOn(point -> point.facts().equals(List.of("ticket", "seat")))
                .singleElement()
                .satisfies(point ->
                        assertThat(point.outcomes()).containsEntry(Answer.SAFE, List.of("ticket:true + seat:a")));
    }

    @Test
    void whatIsOpenThoughEveryValueLeadsToTheSameIsNamedAllTheSame() {
        Town town = Town.ruled("    R1: {title: one, reason: so, says: [{allow: {seat: a}}, {allow: {seat: b}}]}\n");
        assertThat(town.ask("shop - bank").conditions()).containsExactly("which seat: safe if a or b");
        Town free = Town.ruled("    R1: {title: one, reason: so, says: [{allow: {format: gpg}}]}\n");
        assertThat(free.ask("shop - bank").conditions()).containsExactly("which format");
        Town place = Town.forbidding("{environment: {scm-level: 3}}");
        assertThat(place.ask("shop - trunk").conditions()).containsExactly("the scm-level of trunk");
    }

    @Test
    void noRuleThatSpeaksMeansToAskTheOwner() {
        Verdict verdict = Town.ruled("    R1: {title: one, reason: so, says: [{allow: {seat: a}}]}\n")
                .ask("shop - till seat:b");
        assertThat(verdict.answer()).isEqualTo(Answer.CONDITIONAL);
        assertThat(verdict.cited())
                .containsExactly(new Cited("NONE", Part.ENGINE, "Ask ann's team.", Optional.empty()));
        assertThat(verdict.conditions()).isEmpty();
    }

    @Test
    void aWayOutThatIsHeldShutOrFailingIsNamedWithWhatIsWrongAndItsOwner() {
        Town town = Town.ruled("    R1: {title: one, reason: so, says: [{forbid: {environment: open}}],"
                + " alternatives: [{find: {tier: staging}, like-environment: service, say: 'use {names}'}]}\n");
        assertThat(town.judge("shop - bank", NOON).offered())
                .extracting(Way::text)
                .containsExactly("use till or desk");
        Moment failing =
                moment(Optional.empty(), Optional.of(new Moment.Health("failing", false, Optional.empty())), true);
        Moment shut = moment(Optional.empty(), Optional.empty(), false);
        Moment held = moment(Optional.of(new Moment.Holder("bob", "till", NOON, false)), Optional.empty(), true);
        Moment mine = moment(Optional.of(new Moment.Holder("ann", "till", NOON, true)), Optional.empty(), true);
        for (Moment wrong : List.of(failing, shut, held)) {
            Judged judged = town.where("till", wrong).judge("shop - bank", NOON);
            assertThat(judged.offered()).extracting(Way::text).containsExactly("use desk");
            assertThat(judged.hindered()).singleElement().satisfies(it -> {
                assertThat(it.way().text()).isEqualTo("use till");
                assertThat(it.moment()).isEqualTo(wrong);
                assertThat(it.owner()).contains("ann's team");
            });
        }
        assertThat(town.where("till", mine).judge("shop - bank", NOON).hindered())
                .isEmpty();
        Judged none = town.where("till", shut).where("desk", held).judge("shop - bank", NOON);
        assertThat(none.offered()).isEmpty();
        assertThat(none.hindered())
                .extracting(Hindered::environment)
                .extracting(Object::toString)
                .containsExactly("till", "desk");
    }

    private static Moment moment(Optional<Moment.Holder> holder, Optional<Moment.Health> health, boolean open) {
        Moment.Gate gate = new Moment.Gate(open ? "open" : "closed", open, Optional.empty(), Optional.empty());
        return new Moment(holder, List.of(), health, Optional.of(gate), Optional.empty());
    }

    @Test
    void anExceptionIsShownUntilItsEndAndIsForThoseTwoAlone() {
        Town town = Town.ruled("""
                R1: {title: one, reason: so, says: [{forbid: {environment: open}}]}
                R2: {title: two, reason: so, says: [{forbid: {access: write}}]}
            """).waiving("R1", "shop", "bank", NOON);
        Verdict before = town.judge("shop read bank", NOON.minusMillis(1)).verdict();
        assertThat(before.answer()).isEqualTo(Answer.SAFE);
        assertThat(before.cited()).singleElement().satisfies(cited -> {
            assertThat(cited.part()).isEqualTo(Part.WAIVED);
            assertThat(cited.waiver()).map(Waiver::because).contains("the demo");
        });
        assertThat(town.judge("shop read bank", NOON).verdict().answer()).isEqualTo(Answer.UNSAFE);
        assertThat(town.judge("shop read cafe", NOON.minusMillis(1)).verdict().answer())
                .isEqualTo(Answer.UNSAFE);
        assertThat(town.judge("shop write bank", NOON.minusMillis(1)).verdict().rules())
                .containsExactly("R2");
    }

    @Test
    void whatIsNotKnownOrIsNoMoreIsUnknownAndNothingPermitsIt() {
        Town town = Town.forbidding("{ticket: true}");
        assertThat(town.ask("shop - moon").answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(town.ask("moon - shop").answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(town.ask("shop - old").answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(town.ask("shop - old").cited()).extracting(Cited::part).doesNotContain(Part.ALLOWS, Part.MAY_ALLOW);
    }
}
