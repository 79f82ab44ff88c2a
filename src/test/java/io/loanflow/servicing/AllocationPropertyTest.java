package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Tag("fast")
class AllocationPropertyTest {

    @Property(tries = 200)
    void spreadsEachCentOnceWhateverTheOrder(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9000) Integer> cents) {
        var payments = new ArrayList<Payment>();
        for (int i = 0; i < cents.size(); i++) {
            payments.add(AllocationTest.payment(
                    i + 1, BigDecimal.valueOf(cents.get(i), 2).toString(), i));
        }
        var spread = Allocation.of(AllocationTest.LINES, payments);
        Collections.reverse(payments);

        assertThat(Allocation.of(AllocationTest.LINES, payments)).isEqualTo(spread);
        var received =
                BigDecimal.valueOf(cents.stream().mapToLong(Integer::longValue).sum(), 2);
        assertThat(spread.stream().map(Instalment.Paid::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(received.min(new BigDecimal("200.00")));
    }
}
