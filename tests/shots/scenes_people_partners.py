"""Partners: the page from both sides, sharing, what stops, and texts for partners on other computers."""

from __future__ import annotations

import pytest

from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, partner_texts, partners
from bcdesktop.services.people_records import Assignment
from tests.services.partnering import ANALYST, OPERATOR, invite, member
from tests.shots.scenes_center import at_desk


def link(bench, admin, handle, context=None):
    world = bench.world
    phone = world.sign_up(handle, context=context)
    return world.approve(world.request(admin, context=context), phone, context).result.link_id


def story(bench):
    """Partnerships in every state, in this store and on another computer; return the ids by name."""
    world, nora = bench.world, bench.admin
    links = [link(bench, nora, handle) for handle in ("mara.shop", "winter.live", "north.bikes")]
    otto = world.center("Otter Works", "Otto")
    vera = world.center("Vera Video", "Vera")
    bea = world.center("Bea Brands", "Bea")
    ids = {}
    row = invite(world.context, nora, otto.business_center_id, links[0], note="Winter campaign, until February")
    world.wait(days=3)
    partners.accept(world.context, otto, row.id)
    partners.change_shares(world.context, nora, row.id, ((links[1], OPERATOR), (links[2], ANALYST)))
    row = partners.get(world.context, otto, row.id)
    for share in row.shares[:2]:
        holder = member(world.context, otto)
        grants.assign(world.context, otto, (Assignment(share.id, holder, ANALYST),), share.id)
    ids["active"] = row.id
    ids["pending"] = invite(world.context, nora, vera.business_center_id, links[0]).id
    theirs = link(bench, bea, "bea.beauty")
    ids["to-answer"] = invite(world.context, bea, nora.business_center_id, theirs, note="Please run our Spark Ads").id
    there = world.other_store()
    cara = world.center("Cara Commerce", "Cara", there)
    row = invite(world.context, nora, cara.business_center_id, *links)
    partner_texts.take(there, cara, partner_texts.newest(world.context, nora, row.id))
    partners.accept(there, cara, row.id)
    world.wait(hours=2)
    partner_texts.take(world.context, nora, partner_texts.newest(there, cara, row.id))
    world.wait(days=2)
    partners.change_shares(world.context, nora, row.id, ((links[0], None),))
    ids["elsewhere"] = row.id
    cara_link = link(bench, cara, "cara.cakes", there)
    sent = invite(there, cara, nora.business_center_id, cara_link, note="For the spring")
    ids["text"] = partner_texts.newest(there, cara, sent.id)
    dora = world.center("Dora Digital", "Dora")
    row = invite(world.context, nora, dora.business_center_id, links[0])
    partners.decline(world.context, dora, row.id, "We work with another agency now")
    ids["declined"] = row.id
    return ids


def partners_window(bench):
    window = at_desk(bench, bench.admin)
    bench.center.page("partners")
    bench.center.settle()
    return window


def scene_partners_empty(bench, camera):
    camera.take("partners-empty", partners_window(bench))


@pytest.mark.parametrize("name", ["active", "pending", "to-answer", "elsewhere", "declined"])
def scene_partners(bench, camera, name):
    ids = story(bench)
    window = partners_window(bench)
    bench.center.choose_row("partners_table", ids[name])
    bench.center.settle()
    camera.take(f"partners-{name}", window)
    page = window.inside.pages.page("partners")
    if name in {"active", "to-answer"}:
        page.panel.tabs.setCurrentIndex(1)
        bench.center.settle()
        camera.take(f"partners-{name}-accounts", window)
    if name == "active":
        page.panel.tabs.setCurrentIndex(2)
        bench.center.settle()
        camera.take("partners-active-activity", window)


def scene_partner_questions(bench, camera):
    ids = story(bench)
    window = partners_window(bench)
    bench.center.choose_row("partners_table", ids["active"])
    bench.center.settle()
    page = window.inside.pages.page("partners")
    page.panel.remove_button.click()
    camera.take("partner-remove", bench.center.see("remove_partner_dialog"))
    bench.center.see("remove_partner_dialog").reject()
    page.panel.tabs.setCurrentIndex(1)
    page.panel.shares.shares_table.selectAll()
    page.panel.shares.share_role_combo.choose(AssetRole.ANALYST)
    page.panel.shares.share_role_combo.activated.emit(1)
    bench.center.settle()
    camera.take("partner-lower", bench.center.see("lower_share_dialog"))
    bench.center.see("lower_share_dialog").reject()
    page.panel.shares.share_more_button.click()
    bench.center.settle()
    camera.take("partner-share-more", bench.center.see("share_more_dialog"))
    bench.center.see("share_more_dialog").reject()
    bench.center.choose_row("partners_table", ids["to-answer"])
    bench.center.settle()
    page.panel.decline_button.click()
    camera.take("partner-decline", bench.center.see("decline_partner_dialog"))


def scene_share_with_partner(bench, camera):
    world, nora = bench.world, bench.admin
    links = [link(bench, nora, f"client{number}.shop") for number in range(1, 8)]
    otto = world.center("Otter Works", "Otto")
    window = partners_window(bench)
    page = window.inside.pages.page("partners")
    page.share_with_partner_button.click()
    bench.center.settle()
    dialog = bench.center.see("share_with_partner_dialog")
    camera.take("share-with-partner", dialog)
    dialog.partner_id_edit.setText(otto.business_center_id)
    for link_id in links[:3]:
        dialog.picker.pick(link_id)
    dialog.note_edit.setText("Winter campaign, until February")
    bench.center.settle()
    camera.take("share-with-partner-here", dialog)
    dialog.partner_id_edit.setText("7123456789012345678")
    bench.center.settle()
    dialog.address_edit.setText("otto")
    dialog.share_button.click()
    bench.center.settle()
    camera.take("share-with-partner-elsewhere", dialog)
    dialog.address_edit.setText("")
    dialog.share_button.click()
    bench.center.settle()
    camera.take("partner-text", bench.center.see("partner_text_dialog"))


def scene_enter_partner_text(bench, camera):
    ids = story(bench)
    window = partners_window(bench)
    window.inside.pages.page("partners").enter_partner_text_button.click()
    dialog = bench.center.see("enter_partner_text_dialog")
    camera.take("enter-partner-text", dialog)
    dialog.partner_text_edit.setPlainText("Dear all")
    dialog.check()
    bench.center.settle()
    camera.take("enter-partner-text-refused", dialog)
    dialog.partner_text_edit.setPlainText(ids["text"])
    dialog.check()
    bench.center.settle()
    camera.take("enter-partner-text-checked", dialog)


def scene_account_partners(bench, camera):
    story(bench)
    window = at_desk(bench, bench.admin)
    bench.center.page("tiktok_accounts")
    link_id = next(row.id for row in bench.links() if row.handle == "winter.live")
    bench.center.choose_row("accounts_table", link_id)
    bench.center.settle()
    panel = window.inside.pages.page("tiktok_accounts").panel
    panel.tabs.setCurrentWidget(panel.partners)
    panel.partners.partners_table.selectRow(0)
    bench.center.settle()
    camera.take("account-partners", window)
