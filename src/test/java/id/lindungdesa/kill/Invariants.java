package id.lindungdesa.kill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be true at every moment, also while everybody is at work: a decision, its ledger rows and its process step
 * commit together or not at all, so each question is one statement and sees one moment. Each lists what is wrong.
 */
final class Invariants {

    private static final int SHOWN = 5;

    /** Where a case of that state must be waiting: at which elements of its process; several mean any of them. */
    private static final String WAITS = """
            with waits(process, state, elements) as (values
                ('decree-enactment', 'LEGAL_REVIEW', '{UserTask_ReviewLegality}'::text[]),
                ('decree-enactment', 'INITIALLING', '{UserTask_InitialDecree}'),
                ('decree-enactment', 'SIGNING', '{UserTask_SignDecree}'),
                ('decree-enactment', 'RETURNED', '{UserTask_ReviseDecree}'),
                ('decree-enactment', 'SIGNED', '{ServiceTask_PutInForce}'),
                ('decree-enactment', 'IN_FORCE', '{ServiceTask_OpenVillages}'),
                ('village-grant', 'AWAITING_REQUEST', '{UserTask_PrepareRequest}'),
                ('village-grant', 'AWAITING_SIGNATURE', '{UserTask_SignRequest}'),
                ('village-grant', 'AWAITING_RECOMMENDATION', '{UserTask_RecommendRequest}'),
                ('village-grant', 'AWAITING_VERIFICATION', '{UserTask_VerifyRequest}'),
                ('village-grant', 'READY', '{Gateway_ProvinceAnswered}'),
                ('village-grant', 'IN_RUN', '{Gateway_ProvinceAnswered}'),
                ('village-grant', 'AT_REGENCY', '{Gateway_ProvinceAnswered}'),
                ('village-grant', 'FORWARDED', '{UserTask_ConfirmReceipt}'),
                ('village-grant', 'RECEIVED', '{ServiceTask_OpenNextTranche}'),
                ('regency-disbursement', 'COLLECTING', '{UserTask_VerifyBatch}'),
                ('regency-disbursement', 'AWAITING_RECHECK', '{UserTask_VerifyBatch}'),
                ('regency-disbursement', 'AWAITING_APPROVAL', '{UserTask_ApproveBatch}'),
                ('regency-disbursement', 'AWAITING_SPP', '{UserTask_CreateSpp}'),
                ('regency-disbursement', 'AWAITING_SPM', '{UserTask_IssueSpm}'),
                ('regency-disbursement', 'AWAITING_SP2D', '{UserTask_IssueSp2d}'),
                ('regency-disbursement', 'AWAITING_CREDIT', '{Event_CreditReported}'),
                ('regency-disbursement', 'CREDITED', '{ServiceTask_BookCredit}'),
                ('regency-disbursement', 'AT_REGENCY', '{UserTask_ForwardFunds}'),
                ('regency-disbursement', 'FORWARDED', '{ServiceTask_TellVillages}'),
                ('regency-disbursement', 'RETURNED', '{ServiceTask_ReturnVillages}'),
                ('premium-payment', 'PREPARING', '{UserTask_PrepareWorkerList}'),
                ('premium-payment', 'ADOPTING', '{UserTask_AdoptWorkerList}'),
                ('premium-payment', 'CHECKING', '{UserTask_CheckRegistration}'),
                ('premium-payment', 'ISSUED', '{UserTask_PayPremium}'),
                ('premium-payment', 'PAYMENT_ORDERED', '{UserTask_ApprovePayment}'),
                ('premium-payment', 'PAYMENT_APPROVED', '{ServiceTask_TransferPremium}'),
                ('premium-payment', 'PAID', '{Event_PremiumConfirmed}'),
                ('claim-approval', 'SUBMITTED', '{UserTask_CheckCompleteness}'),
                ('claim-approval', 'IN_TREATMENT', '{UserTask_RecordStageTwo}'),
                ('field-check', 'OPEN', '{UserTask_CheckField}'),
                ('interim-payment', 'OPEN', '{UserTask_ProposeInterim}'),
                ('interim-payment', 'PROPOSED', '{UserTask_ApproveInterim}'),
                ('interim-payment', 'ENDORSED', '{UserTask_ApproveInterimAboveLimit}'),
                ('interim-payment', 'APPROVED', '{UserTask_PayInterim}'),
                ('interim-payment', 'PAYMENT_ORDERED', '{ServiceTask_PayInterim}'),
                ('claim-approval', 'INCOMPLETE', '{UserTask_SupplyDocuments}'),
                ('claim-approval', 'ASSESSED', '{UserTask_ConfirmBenefit}'),
                ('claim-approval', 'PROPOSED', '{UserTask_ApproveClaim}'),
                ('claim-approval', 'ENDORSED', '{UserTask_ApproveAboveLimit}'),
                ('claim-approval', 'APPROVED', '{UserTask_PayClaim}'),
                ('claim-approval', 'PAYMENT_ORDERED', '{ServiceTask_PayHeirs}')),
            cases(process, id, state, open) as (
                select 'decree-enactment', id, state, state not in ('DRAFT', 'WITHDRAWN') and (state <> 'IN_FORCE' or exists
                       (select from regulation_allocation where decree_id = decree.id and state = 'OPENABLE')) from regulation_decree decree
                union all
                select 'village-grant', id, state, state <> 'RECEIVED' or tranche < tranches and not exists
                       (select from grant_disbursement next where next.allocation_id = line.allocation_id and next.tranche = line.tranche + 1)
                  from grant_disbursement line
                union all
                select 'regency-disbursement', id, state,
                       not (state = 'FORWARDED' and not exists (select from grant_disbursement where run_id = run.id and state = 'AT_REGENCY')
                         or state = 'RETURNED' and not exists (select from grant_disbursement where run_id = run.id)) from grant_run run
                union all
                select 'premium-payment', premium.id, coalesce(bill.state, premium.state), bill.state is distinct from 'COVERED'
                  from premium_case premium left join premium_bill bill on bill.case_id = premium.id
                union all
                select 'field-check', id, 'OPEN', confirmed is null from claim_field_check
                union all
                select 'interim-payment', id, state, state not in ('PAID', 'REFUSED') from claim_interim
                union all
                select 'claim-approval', id, state, state not in ('DRAFT', 'PAID', 'REJECTED') from claim_claim),
            instances as (
                select instance.id_ as id, split_part(proc_def_id_, ':', 1) as process, business_key_::uuid as case_id
                  from act_ru_execution instance where parent_id_ is null),
            waiting(instance, element, how) as (
                select proc_inst_id_, task_def_key_, 'task' from act_ru_task
                union all
                select proc_inst_id_, activity_id_, 'message' from act_ru_event_subscr
                union all
                select proc_inst_id_, 'Gateway_ProvinceAnswered', 'message' from act_ru_event_subscr where activity_id_ = 'Event_FundsForwarded'
                union all
                select job.process_instance_id_, definition.act_id_, 'job' from act_ru_job job
                  join act_ru_jobdef definition on definition.id_ = job.job_def_id_)
            """;

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        ask("CASE WITHOUT PROCESS", WAITS + """
                select process || ' ' || cases.state || ' ' || cases.id from cases
                 where open and not exists (select from instances where instances.process = cases.process and case_id = cases.id)""");
        ask("CASE IN THE WRONG PLACE", WAITS + """
                select cases.process || ' ' || cases.state || ' ' || cases.id from cases
                  join instances on instances.case_id = cases.id and instances.process = cases.process
                  left join waits on waits.process = cases.process and waits.state = cases.state
                 where cases.open
                   and not exists (select from waiting where instance = instances.id and element = any(waits.elements))""");
        ask("PROCESS WITHOUT OPEN CASE", WAITS + """
                select instances.process || ' ' || coalesce(cases.state, '-') || ' ' || case_id from instances
                  left join cases on cases.id = case_id and cases.process = instances.process
                 where not coalesce(cases.open, false)
                   and not exists (select from waiting where instance = instances.id
                                      and element in ('ServiceTask_OpenVillages', 'UserTask_SendReprimand'))""");
        ask("TWO PROCESSES FOR A CASE", "select business_key_ from act_ru_execution where parent_id_ is null group by 1 having count(*) > 1");
        ask("PROCESS THAT WAITS FOR NOTHING", WAITS + """
                select instances.process || ' ' || case_id from instances
                 where not exists (select from waiting where instance = instances.id)""");
        ask("BOOKS DO NOT ADD UP", """
                select path from ledger_account account full join
                       (select path, sum(debit) as debits, sum(credit) as credits
                          from (select debit_path as path, rupiah as debit, 0 as credit from ledger_transfer
                                union all select credit_path, 0, rupiah from ledger_transfer) side group by path) moved using (path)
                 where account.debits is distinct from coalesce(moved.debits, 0) or account.credits is distinct from coalesce(moved.credits, 0)
                union all select path from ledger_account where guarded and debits > credits
                union all select 'sum' from ledger_account having sum(debits) <> sum(credits)""");
        ask("TRANSFERS OF A CASE", """
                with expected(code, reference, rupiah) as (
                    select 'ALLOCATION', allocation.id::text, rupiah from regulation_allocation allocation
                      join regulation_decree decree on decree.id = decree_id where decree.state = 'IN_FORCE'
                    union all select 'SP2D_CREDIT', id::text, rupiah from grant_disbursement where state in ('AT_REGENCY', 'FORWARDED', 'RECEIVED')
                    union all select 'FORWARDED_GRANT', id::text, rupiah - premium_rupiah from grant_disbursement where state = 'RECEIVED'
                    union all select 'FORWARDED_PREMIUM', id::text, premium_rupiah from grant_disbursement where state = 'RECEIVED'
                    union all select 'PREMIUM_PAID', id::text, rupiah from premium_bill where state in ('PAID', 'COVERED')
                    union all select 'PREMIUM_MONTH', id::text, rupiah from premium_bill where state = 'COVERED'
                    union all select 'BENEFIT_PAID', number, (select sum(rupiah) from claim_component where claim_id = claim.id)
                      from claim_claim claim where state = 'PAID'),
                posted as (select code, reference, sum(rupiah) as rupiah, count(*) as rows from ledger_transfer group by code, reference)
                select coalesce(expected.code, posted.code) || ' ' || coalesce(expected.reference, posted.reference) || ': expected '
                       || coalesce(expected.rupiah, 0) || ', booked ' || coalesce(posted.rupiah, 0)
                  from expected full join posted using (code, reference)
                 where expected.rupiah is distinct from posted.rupiah or expected.code is null
                    or posted.rows > 1 and posted.code not in ('PREMIUM_MONTH', 'BENEFIT_PAID')""");
        ask("MONEY OF A DECREE", """
                select decree.id::text from regulation_decree decree
                  cross join lateral (select sum(rupiah) as rupiah from regulation_allocation where decree_id = decree.id) granted
                  cross join lateral (select sum(credits - debits) as balance from ledger_account
                                       where path not like 'province/%/budget/%' and path like '%/' || decree.id) held
                  cross join lateral (select coalesce(sum(rupiah), 0) as rupiah from premium_bill
                                       where decree_id = decree.id and state in ('PAID', 'COVERED')) spent
                 where decree.state = 'IN_FORCE' and granted.rupiah <> held.balance + spent.rupiah""");
        ask("DECISIONS AND TASKS DIFFER", """
                with steps(element, step) as (values ('UserTask_PrepareRequest', 'PREPARE'), ('UserTask_SignRequest', 'SIGN'),
                    ('UserTask_RecommendRequest', 'RECOMMEND'), ('UserTask_ConfirmReceipt', 'CONFIRM'), ('UserTask_VerifyRequest', 'VERIFY'),
                    ('UserTask_VerifyBatch', 'CHECK_BATCH'), ('UserTask_ApproveBatch', 'APPROVE_BATCH'), ('UserTask_CreateSpp', 'SPP'),
                    ('UserTask_IssueSpm', 'SPM'), ('UserTask_IssueSp2d', 'SP2D'), ('UserTask_ForwardFunds', 'FORWARD'),
                    ('UserTask_PrepareWorkerList', 'LIST PREPARE'), ('UserTask_AdoptWorkerList', 'ADOPT'), ('UserTask_CheckRegistration', 'CHECK'),
                    ('UserTask_PayPremium', 'ORDER_PAYMENT'), ('UserTask_ApprovePayment', 'APPROVE_PAYMENT'),
                    ('UserTask_CheckCompleteness', 'CLAIM CHECK'), ('UserTask_ConfirmBenefit', 'PROPOSE'), ('UserTask_ApproveClaim', 'APPROVE'),
                    ('UserTask_ApproveAboveLimit', 'APPROVE_ABOVE_LIMIT'), ('UserTask_PayClaim', 'CLAIM PAYMENT'),
                    ('UserTask_ReviewLegality', 'LEGAL_REVIEW'), ('UserTask_InitialDecree', 'INITIAL'), ('UserTask_SignDecree', 'SIGNATURE')),
                done as (select step, root.business_key_ as id, count(*) as times from act_hi_taskinst task
                           join steps on element = task_def_key_ join act_hi_procinst root on root.id_ = task.proc_inst_id_
                          where task.end_time_ is not null group by 1, 2),
                recorded as (
                    select step, id, count(*) as times from (
                        -- a batch that goes back writes its villages' return into their files, which nobody did as a task
                        select step, coalesce(disbursement_id, run_id)::text as id from grant_decision
                         where not (disbursement_id is not null and step in ('CHECK_BATCH', 'APPROVE_BATCH', 'REPRIMAND'))
                        union all select case when step = 'PREPARE' then 'LIST PREPARE' else step end, case_id::text from premium_decision where step <> 'ISSUE'
                        union all select case step when 'CHECK' then 'CLAIM CHECK' when 'ORDER_PAYMENT' then 'CLAIM PAYMENT' else step end, claim_id::text
                                    from claim_decision where step not in ('FILE', 'SUBMIT', 'SUPPLY', 'ASSESS', 'PAY', 'CHECK_FIELD')
                        union all select step, decree_id::text from regulation_decision where step <> 'DRAFTING') decided
                     where step <> 'REPRIMAND' group by step, id)
                select coalesce(done.step, recorded.step) || ' ' || id || ': ' || coalesce(done.times, 0) || ' tasks, '
                       || coalesce(recorded.times, 0) || ' decisions'
                  from done full join recorded using (step, id) where done.times is distinct from recorded.times""");
        ask("LETTERS OF A CLAIM", """
                select claim.id || ' ' || state from claim_claim claim
                 where (select count(*) from claim_letter where claim_id = claim.id and kind in ('PAYMENT', 'REJECTION'))
                       <> case when state in ('PAID', 'REJECTED') then 1 else 0 end""");
        ask("SOMETHING TOLD US WRONG", """
                select 'bank mismatch ' || code || ' ' || reference from grant_bank_mismatch
                union all select 'confirmation ' || outcome || ' ' || billing_code from premium_confirmation where outcome <> 'ACCEPTED'""");
        ask("OFFICES AND GROUPS DIFFER", """
                select user_id from identity_office group by user_id, role, area having bool_or(member) <> exists (select from act_id_membership
                 where user_id_ = user_id and group_id_ = role || case when area = '' then '' else '-' || area end)""");
        ask("A JOB OR AN IMPORT GAVE UP", """
                select 'job ' || coalesce(process_def_key_, '') || ' ' || coalesce(exception_msg_, '') from act_ru_job where retries_ <= 0
                union all select 'incident ' || coalesce(incident_msg_, '') from act_ru_incident
                union all select 'import ' || failure from enrolment_import where state = 'FAILED'""");
        ask("HALF AN UPLOAD COUNTS", "select id::text from document_file where file_name = 'separuh.pdf'");
    }

    private Invariants() {
    }

    private static void ask(String name, String question) {
        QUESTIONS.put(name, question);
    }

    static List<String> broken(Connection database) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (var statement = database.createStatement()) {
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                List<String> found = new ArrayList<>();
                try (var rows = statement.executeQuery(question.getValue())) {
                    while (rows.next() && found.size() < SHOWN) {
                        found.add(rows.getString(1));
                    }
                } catch (SQLException e) {
                    throw new SQLException(question.getKey() + ": " + e.getMessage(), e);
                }
                if (!found.isEmpty()) {
                    broken.add(question.getKey() + " " + found);
                }
            }
        }
        return broken;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
