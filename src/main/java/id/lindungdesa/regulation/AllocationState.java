package id.lindungdesa.regulation;

/**
 * What has become of a village's amount: planned in a draft, granted and to be opened, or opened as a case of its own. A
 * kelurahan has no treasury of its own: its amount waits until the route through the regency's budget is built.
 */
enum AllocationState { PLANNED, OPENABLE, OPENED, AWAITING_KELURAHAN_ROUTE }
