package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Target;
import dibs.backend.health.Target.Certificate;
import dibs.backend.health.Target.Dockerflow;
import dibs.backend.health.Target.TaskclusterPing;
import dibs.backend.health.Target.TreeStatus;
import dibs.backend.health.Target.WorkerPool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbesTest {
    private static final List<ProbeSpec> BUILT_IN =
            Catalogs.config("catalog: {base: builtin}").probes();

    @Test
    void theBuiltInOnesKnowTheQuirks() {
        assertThat(targets("balrog-prod").getFirst())
                .isEqualTo(
                        new Dockerflow(URI.create("https://aus4-admin.mozilla.org"), true, Map.of(), Optional.empty()));
        assertThat(targets("autograph-stage"))
                .containsExactly(new Dockerflow(
                        URI.create("https://stage.autograph.nonprod.webservices.mozgcp.net"),
                        false,
                        Map.of("hsmAccessible", "true", "dbAccessible", "true"),
                        Optional.empty()));
        assertThat(of("shipit-prod")).singleElement().matches(ProbeSpec::vpn);
        assertThat(((Dockerflow) targets("lando-prod").getFirst()).page()).isPresent();
        assertThat(targets("autoland"))
                .containsExactly(new TreeStatus(URI.create("https://lando.moz.tools/api/treestatus"), "autoland"));
        assertThat(of("taskcluster-firefoxci"))
                .hasSize(12)
                .anyMatch(probe -> probe.name().equals("ping-queue")
                        && probe.target() instanceof TaskclusterPing ping
                        && ping.service().equals("queue"))
                .anyMatch(probe -> probe.target() instanceof Certificate);
    }

    @Test
    void everyPoolThatSaysHowLongATaskMayWaitIsLookedAtAndNoOther() {
        List<ProbeSpec> pools = BUILT_IN.stream()
                .filter(probe -> probe.target() instanceof WorkerPool)
                .toList();
        assertThat(pools).hasSize(34 + 44 + 43);
        assertThat(targets("gecko-1-beetmover-dev"))
                .containsExactly(new WorkerPool(
                        URI.create("https://firefox-ci-tc.services.mozilla.com"),
                        "scriptworker-k8s/gecko-1-beetmover-dev",
                        Duration.ofMinutes(4)));
    }

    @Test
    void everythingBuiltInIsAskedOverTls() {
        assertThat(BUILT_IN).allSatisfy(probe -> {
            String written = probe.target().toString();
            assertThat(written).doesNotContain("http://");
        });
    }

    @Test
    void anEnvironmentsOwnProbesStandInPlaceOfTheBuiltInOnes() {
        List<ProbeSpec> probes = Catalogs.config("""
            catalog:
              environments:
                - {id: autoland, probes: []}
                - id: gecko-t-signing-dev
                  probes: [{kind: tcp, host: a.example, port: 22, every: 30s, timeout: 5s}]
            """).probes();
        assertThat(of(probes, "autoland")).isEmpty();
        assertThat(of(probes, "gecko-t-signing-dev"))
                .containsExactly(new ProbeSpec(
                        new EnvironmentId("gecko-t-signing-dev"),
                        "port-22",
                        new Target.Tcp("a.example", 22),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {kind: htp, url: "https://a.example"}         | kind: "htp" is not one of dockerflow, http, taskcluster, worker-pool, tree-status, tcp, certificate (did you mean http?)
        {kind: http}                                  | probes: a probe of kind http needs url:
        {kind: tcp, host: a.example}                  | probes: a probe of kind tcp needs port:
        {kind: tcp, host: a.example, port: 1, text: x} | text: is of no use to a probe of kind tcp: remove it
        {kind: http, url: "ftp://a.example"}          | url: "ftp://a.example" does not fit: write an http or https address
        {kind: http, url: "https://[x"}               | https://[x is no web address: write one such as https://host.example/path
        {kind: http, url: "https://ann:pw@a.example"} | url: probes sign in nowhere and read no fragment: leave out what stands before @ and after #
        {kind: dockerflow, url: "https://a.example", page: "https://b.example/"} | page: has to be on the host of url, which a look does not leave
        {kind: http, url: "https://a.example", every: 5s} | every: 5s is not from 10s to 1d
        {kind: http, url: "https://a.example", every: 10s, timeout: 10s} | timeout: a look has to be over before the next: make it shorter than every
        {kind: http, url: "https://a.example", timeout: 5m} | timeout: 5m is not from 1s to 60s
        {kind: tcp, host: "a b", port: 1}             | host: "a b" does not fit: write the host, for tcp and certificate
        {kind: worker-pool, url: "https://a.example"} | probes: a probe of kind worker-pool needs pool:, or worker_type: of box
        """)
    void aFaultIsSaidWithItsLine(String probe, String fault) {
        String yaml = """
            catalog:
              environments:
                - {id: box, kind: service, title: Box, mode: none, probes: [%s]}
            """.formatted(probe);
        assertThat(Catalogs.faults(yaml)).containsExactly("dibs.yaml:3: " + fault);
    }

    @Test
    void twoProbesOfOneNameAreTold() {
        String yaml = """
            catalog:
              environments:
                - id: box
                  kind: service
                  title: Box
                  mode: none
                  probes:
                    - {kind: http, url: "https://a.example"}
                    - {kind: http, url: "https://b.example"}
            """;
        assertThat(Catalogs.faults(yaml))
                .containsExactly(
                        "dibs.yaml:9: probes: box has two that are called http: give one of them another name:");
    }

    private static List<ProbeSpec> of(String environment) {
        return of(BUILT_IN, environment);
    }

    private static List<ProbeSpec> of(List<ProbeSpec> probes, String environment) {
        return probes.stream()
                .filter(probe -> probe.environment().value().equals(environment))
                .toList();
    }

    private static List<Target> targets(String environment) {
        return of(environment).stream().map(ProbeSpec::target).toList();
    }
}
