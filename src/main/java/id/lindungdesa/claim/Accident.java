package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.time.Instant;

/**
 * What is told of an accident or an occupational disease at stage I. Place and chronology are health data: tables and
 * sheets of those who decide only.
 *
 * @param at null for a disease whose hour of diagnosis nobody knows
 * @param account where money for the worker himself goes; null until it is known
 * @param incomeBase the reported monthly income that the premium was paid on; null until it is known
 */
record Accident(Instant at, String place, String chronology, String account, Rupiah incomeBase) {}
