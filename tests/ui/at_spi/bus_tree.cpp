// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/at_spi/bus_tree.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

namespace {

using namespace Qt::StringLiterals;

const QString accessible = u"org.a11y.atspi.Accessible"_s;
constexpr int deepest = 30;

struct Place {
    QString service;
    QString path;
};

QDBusMessage ask(const QDBusConnection &bus, const Place &place, const QString &interface, const QString &method,
    const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(place.service, place.path, interface, method);
    message.setArguments(arguments);
    return bus.call(message, QDBus::Block, 5000);
}

std::vector<Place> childrenOf(const QDBusConnection &bus, const Place &place)
{
    std::vector<Place> children;
    const QDBusMessage answer = ask(bus, place, accessible, u"GetChildren"_s);
    if (answer.arguments().isEmpty())
        return children;
    const auto list = answer.arguments().first().value<QDBusArgument>();
    for (list.beginArray(); !list.atEnd();) {
        Place child;
        QDBusObjectPath path;
        list.beginStructure();
        list >> child.service >> path;
        list.endStructure();
        child.path = path.path();
        children.push_back(child);
    }
    return children;
}

QString nameOf(const QDBusConnection &bus, const Place &place)
{
    const QDBusMessage answer
        = ask(bus, place, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s});
    return answer.arguments().value(0).value<QDBusVariant>().variant().toString();
}

/// A bit of the states, numbered as in atspi-constants.h.
bool hasState(const QList<uint> &states, int number)
{
    return states.size() > number / 32 && (states[number / 32] >> (number % 32) & 1U) != 0;
}

BusPart partAt(const QDBusConnection &bus, const Place &place, int depth)
{
    BusPart part;
    part.name = nameOf(bus, place);
    part.role = ask(bus, place, accessible, u"GetRoleName"_s).arguments().value(0).toString();
    const auto states = qdbus_cast<QList<uint>>(ask(bus, place, accessible, u"GetState"_s).arguments().value(0));
    part.isEnabled = hasState(states, 8);
    part.isFocusable = hasState(states, 11);
    part.isShowing = hasState(states, 25);
    if (depth < deepest) {
        for (const Place &child : childrenOf(bus, place))
            part.children.push_back(partAt(bus, child, depth + 1));
    }
    return part;
}

} // namespace

BusPart treeOnTheBus(const QString &program)
{
    const QDBusMessage address = QDBusConnection::sessionBus().call(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    const QDBusConnection bus
        = QDBusConnection::connectToBus(address.arguments().value(0).toString(), u"screen-reader"_s);
    BusPart found;
    for (const Place &root : childrenOf(bus, {u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s})) {
        if (nameOf(bus, root) == program)
            found = partAt(bus, root, 0);
    }
    QDBusConnection::disconnectFromBus(u"screen-reader"_s);
    return found;
}
