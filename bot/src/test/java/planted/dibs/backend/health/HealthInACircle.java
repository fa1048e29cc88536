package planted.dibs.backend.health;

import planted.dibs.backend.policy.PolicyInACircle;

public record HealthInACircle(PolicyInACircle planted) {}
