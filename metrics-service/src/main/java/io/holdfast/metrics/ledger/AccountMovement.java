package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.AccountId;

/** A movement and whose it is. */
public record AccountMovement(AccountId account, Movement movement) {}
