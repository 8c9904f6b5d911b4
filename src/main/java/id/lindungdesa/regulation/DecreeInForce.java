package id.lindungdesa.regulation;

import java.util.UUID;

/** A decree came into force: published in the transaction that books its allocations, for those downstream. */
public record DecreeInForce(UUID decreeId) {}
