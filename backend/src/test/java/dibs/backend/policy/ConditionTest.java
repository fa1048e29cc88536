package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sort of condition where it holds (the town forbids), does not hold, and cannot be told. */
class ConditionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {consumer: open}                             | shop - bank                          | unsafe
            {consumer: open}                             | till - bank                          | safe
            {consumer: {scm-level: 3}}                   | trunk - bank                         | conditional
            {consumer: {scm-level: 3}}                   | trunk@main - bank                    | unsafe
            {consumer: {scm-level: 3}}                   | trunk - bank level:1                 | safe
            {consumer: {scm-level: [1, 3]}}              | trunk - bank                         | unsafe
            {environment: {tier: staging}}               | shop - till                          | unsafe
            {environment: {tier: staging}}               | shop - bank                          | safe
            {environment: {scm-level: 3}}                | shop - trunk                         | conditional
            {access: write}                              | shop write bank                      | unsafe
            {access: write}                              | shop read bank                       | safe
            {access: write}                              | shop - bank                          | conditional
            {access: [read, write]}                      | shop - bank                          | unsafe
            {access: copy}                               | shop - bank                          | safe
            {ticket: true}                               | shop - bank ticket:true              | unsafe
            {ticket: true}                               | shop - bank ticket:false             | safe
            {ticket: true}                               | shop - bank                          | conditional
            {given: {ticket: true}}                      | shop - bank ticket:true              | unsafe
            {given: {ticket: true}}                      | shop - bank                          | safe
            {given: {format: '*'}}                       | shop - bank format:gpg               | unsafe
            {given: {format: '*'}}                       | shop - bank                          | safe
            {purpose: 'check:bank'}                      | shop - bank purpose:check:bank       | unsafe
            {purpose: 'check:bank'}                      | shop - bank purpose:sell             | safe
            {purpose: 'check:bank'}                      | shop - bank purpose:testing          | conditional
            {purpose: 'check:bank'}                      | shop - bank                          | conditional
            {purpose: 'check:bank'}                      | shop - bank purpose:check            | conditional
            {purpose: 'check:bank'}                      | bank - shop purpose:check            | unsafe
            {purpose: [sell, testing]}                   | shop - bank purpose:sell,testing     | unsafe
            {purpose: sell}                              | shop - bank purpose:sell,testing     | conditional
            {testing: true}                              | shop - bank purpose:check:bank       | unsafe
            {testing: true}                              | shop - bank purpose:sell             | safe
            {testing: true}                              | shop - bank                          | conditional
            {in: calm}                                   | shop - bank ticket:false             | unsafe
            {in: calm}                                   | shop - bank ticket:true              | safe
            {in: calm}                                   | shop - bank                          | conditional
            {wired: reads}                               | shop - bank                          | unsafe
            {wired: writes}                              | shop - bank                          | safe
            {wired: any}                                 | bank - shop                          | safe
            {wired-from: {from: open, by: depends-on}}   | till - cafe                          | unsafe
            {wired-from: {from: open, by: reads}}        | till - cafe                          | safe
            {indirect: true}                             | shop - bank via a cache              | unsafe
            {indirect: true}                             | shop - bank                          | safe
            {severed: true}                              | shop - bank via desk                 | unsafe
            {severed: true}                              | shop - desk                          | safe
            {severed: true}                              | shop - till via bank                 | safe
            {reaches: {tier: dev}}                       | shop - bank                          | unsafe
            {reaches: {tier: dev}}                       | shop - till                          | safe
            {reaches: {tier: dev}}                       | shop - mint                          | safe
            {reaches: {tier: dev}}                       | shop - desk                          | safe
            {permitted-by: R1}                           | shop - bank                          | unsafe
            {not: {permitted-by: R1}}                    | shop - bank                          | safe
            {all: [{ticket: true}, {seat: a}]}           | shop - bank ticket:true              | conditional
            {all: [{ticket: true}, {seat: a}]}           | shop - bank ticket:false             | safe
            {any: [{ticket: true}, {seat: a}]}           | shop - bank ticket:true              | unsafe
            {any: [{ticket: true}, {seat: a}]}           | shop - bank ticket:false             | conditional
            {not: {ticket: true}}                        | shop - bank ticket:true              | safe
            {not: {ticket: true}}                        | shop - bank                          | conditional
            """)
    void itHoldsOrNotOrIsOpen(String condition, String question, String answer) {
        assertThat(Town.forbidding(condition).ask(question).answer().word()).isEqualTo(answer);
    }

    @Test
    void whatIsPermittedElsewhereIsOpenAsLongAsThatIs() {
        Town town = Town.ruled("""
                    R1: {title: one, reason: so, says: [{allow: {seat: a}}]}
                    R2: {title: two, reason: so, says: [{allow: {}}, {forbid: {permitted-by: R1}}]}
                """);
        assertThat(town.ask("shop - bank").answer()).isEqualTo(Answer.CONDITIONAL);
        assertThat(town.ask("shop - bank seat:b").answer()).isEqualTo(Answer.SAFE);
        assertThat(town.ask("shop - bank seat:a").answer()).isEqualTo(Answer.UNSAFE);
    }

    @Test
    void thePathNamesWhatLiesBetweenAndWhatIsReachedBehindIt() {
        Town town = Town.forbidding("{reaches: {tier: dev}}");
        assertThat(town.ask("shop - bank").path()).containsExactly("shop", "bank", "cafe", "mint");
        assertThat(town.ask("till - bank via a cache, the desk").path())
                .containsExactly("till", "a cache", "the desk", "bank", "cafe", "mint");
        assertThat(town.ask("shop - till").path()).containsExactly("shop", "till");
    }

    @Test
    void throughWhatIsRetiredNothingIsReached() {
        assertThat(Town.forbidding("{reaches: {tier: dev}}").ask("shop - desk").answer())
                .isEqualTo(Answer.SAFE);
    }
}
