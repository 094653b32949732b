package io.tieout.audit.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.SheetId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows the policy that is in force.
@Path("/audit/policy")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
    private final PolicyFile file;

    PolicyResource(PolicyFile file) {
        this.file = file;
    }

    /// The policy as others may read it.
    record Shown(
            String version,
            int phase,
            Map<String, Integer> phaseOfProjects,
            Map<String, Integer> phaseOfKinds,
            String currency,
            Map<String, BigDecimal> approverAbove,
            Map<String, BigDecimal> aloneUpTo,
            Map<String, Limits> inOtherCurrencies,
            List<String> sheets,
            List<String> accounts,
            Duration releaseGoodFor) {}

    /// The limits of one more currency.
    record Limits(Map<String, BigDecimal> approverAbove, Map<String, BigDecimal> aloneUpTo) {
        static Limits of(Policy.Limits limits) {
            return new Limits(byName(limits.thresholds()), byName(limits.automatic()));
        }
    }

    @GET
    public String policy() {
        Policy policy = file.policy();
        return WireJson.text(
                new Shown(
                        policy.version(),
                        policy.phases().all(),
                        new TreeMap<>(policy.phases().projects()),
                        byName(policy.phases().kinds()),
                        policy.currency().value(),
                        byName(policy.limits().thresholds()),
                        byName(policy.limits().automatic()),
                        policy.otherLimits().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> one.getKey().value(),
                                                one -> Limits.of(one.getValue()),
                                                (one, _) -> one,
                                                TreeMap::new)),
                        policy.pilot().sheets().stream().map(SheetId::value).sorted().toList(),
                        policy.pilot().accounts().stream().sorted().toList(),
                        policy.notAfter()));
    }

    private static <K extends Enum<K>, V> Map<String, V> byName(Map<K, V> map) {
        return map.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().name(),
                                Map.Entry::getValue,
                                (one, _) -> one,
                                TreeMap::new));
    }
}
